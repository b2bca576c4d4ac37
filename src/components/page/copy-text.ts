/** The clipboard, which is not there on every page: not on plain http, and not in a frame that was not allowed to write to it. */

/** Whether the text was copied. Never throws: where it was not, the page must offer the text to be selected. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
