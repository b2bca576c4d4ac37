/**
 * What Pagefind could not load. It says so to nobody: a part of the index that is missing is to it a part in which nothing was found. So
 * its requests are watched where they are made.
 */
export class WatchedRequests {
  /** Since this was set to false last, a request failed or was answered with an error. */
  lost = false;

  /** Watches every request below `folder`, which is a path that ends in a slash. */
  constructor(folder: string) {
    const { fetch } = window;
    const noteIf = (lost: boolean, input: RequestInfo | URL) => {
      const address = new URL(input instanceof Request ? input.url : input, location.href);
      if (lost && address.pathname.startsWith(folder)) this.lost = true;
    };
    window.fetch = async (input, init) => {
      try {
        const response = await fetch.call(window, input, init);
        noteIf(!response.ok, input);
        return response;
      } catch (problem) {
        noteIf(true, input);
        throw problem;
      }
    };
  }
}
