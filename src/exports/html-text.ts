/** A text as HTML: within an element, or as the value of an attribute that stands in double quotes. */
export const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
