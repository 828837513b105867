// A browser's speech, of which nothing is heard.

/** One with voices of its own, which finishes what it says when it is told to, by `self.finish()`. */
export function speaks() {
  self.said = [];
  const voices = [
    { name: 'Cloud', lang: 'en-US', voiceURI: 'cloud', localService: false },
    { name: 'Lokal', lang: 'de-DE', voiceURI: 'german', localService: true },
    { name: 'Local English', lang: 'en-GB', voiceURI: 'local', localService: true },
  ];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance) => {
      self.speaking = utterance;
      self.said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name });
    },
    cancel: () => {
      self.speaking = undefined;
    },
  });
  self.finish = () => self.speaking.onend();
  self.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(self, 'speechSynthesis', { value: speech });
}

/** None but a server's voice. */
export function speaksOnline() {
  self.said = [];
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => [{ name: 'Cloud', lang: 'en-US', voiceURI: 'cloud', localService: false }],
    speak: (utterance) => self.said.push(utterance.text),
    cancel: () => {},
  });
  self.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(self, 'speechSynthesis', { value: speech });
}
