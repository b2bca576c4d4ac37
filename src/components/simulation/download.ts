/** Gives the reader a text as a file. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken the file by then; without this it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
