// A worker whose script the page fetches. So the page's policy is the worker's too, which otherwise
// would be bound by none, and it starts where a host does not say that scripts are scripts.
{
  const Plain = Worker;
  self.Worker = class extends EventTarget {
    constructor(script) {
      super();
      this.start(script).catch(() => this.dispatchEvent(new ErrorEvent("error")));
    }

    async start(script) {
      const answer = await fetch(script);
      if (!answer.ok) throw answer;
      const program = `self.home=${JSON.stringify(document.baseURI)};${await answer.text()}`;
      this.worker = new Plain(URL.createObjectURL(new Blob([program])));
      for (const type of ["message", "messageerror", "error"]) {
        this.worker.addEventListener(type, (event) => this.dispatchEvent(new event.constructor(type, event)));
      }
    }

    postMessage(message) {
      this.worker.postMessage(message);
    }

    terminate() {
      this.worker?.terminate();
    }
  };
}
