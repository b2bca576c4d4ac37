/** The light theme taken out of the tokens, for a page that can have no script to choose it. */

/** The declarations of the light theme, on one line without comments. Throws when the tokens no longer have such a rule. */
export function lightTheme(tokens: string): string {
  const [, declarations] = /:root\[data-theme='light'\][^{}]*\{([^{}]*)\}/.exec(tokens.replace(/\/\*.*?\*\//gs, '')) ?? [];
  if (!declarations) throw new Error("tokens.css has no rule for :root[data-theme='light']");
  return declarations.trim().replace(/\s+/g, ' ');
}
