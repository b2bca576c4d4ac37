/** Two small themes for code: the inks of the page, steel for keywords, verdigris for strings, and no brass, since code is not a control. */

interface Inks {
  readonly name: string;
  readonly type: 'dark' | 'light';
  readonly ground: string;
  readonly ink: string;
  readonly keyword: string;
  readonly string: string;
  readonly comment: string;
}

const theme = ({ name, type, ground, ink, keyword, string, comment }: Inks) => ({
  name,
  type,
  colors: { 'editor.background': ground, 'editor.foreground': ink },
  settings: [
    { settings: { foreground: ink, background: ground } },
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: comment } },
    { scope: ['keyword', 'storage', 'entity.name.tag', 'support.type.property-name'], settings: { foreground: keyword } },
    { scope: ['string', 'punctuation.definition.string'], settings: { foreground: string } },
  ],
});

/** The hexadecimal values are those of `tokens.css`; Shiki takes no custom properties. */
export const codeThemes = [
  theme({
    name: 'orrery-dark',
    type: 'dark',
    ground: '#050b10',
    ink: '#e9e6dc',
    keyword: '#92b6d5',
    string: '#79c6ae',
    comment: '#97a3a5',
  }),
  theme({
    name: 'orrery-light',
    type: 'light',
    ground: '#e4e7e1',
    ink: '#132029',
    keyword: '#33597d',
    string: '#1f6452',
    comment: '#4d5a62',
  }),
];
