// The edition in one file: what the page would fetch stands in the file itself.
self.fetch = async (path) => {
  const block = document.getElementById(String(path).replace('./', ''));
  if (!block) throw new TypeError(`${path} is not in this file`);
  return block.type === 'text/plain' ? new Response(block.textContent) : unpack(block.textContent);
};
addEventListener('TrunkApplicationStarted', () => {
  const note = document.getElementById('edition');
  document.body.append(note);
  note.hidden = false;
});
