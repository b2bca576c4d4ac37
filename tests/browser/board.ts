/** The board as its tests work and read it. */
import { expect, type Locator, type Page } from '@playwright/test';

export const board = (page: Page): Locator => page.locator('.whole-board');
export const rows = (page: Page): Locator => board(page).locator('tr[data-row]:visible');
export const status = (page: Page): Locator => board(page).getByRole('status');
export const choose = (page: Page, facet: string, value: string): Locator =>
  board(page).locator(`a:is([data-facet="${facet}"], [data-view="${facet}"])[data-value="${value}"]`);
export const count = (page: Page, facet: string, value: string): Locator => choose(page, facet, value).locator('.count');
export const text = (page: Page): Locator => page.getByRole('searchbox', { name: 'Text' });
export const heads = (page: Page): Locator => board(page).locator('section[data-group]:visible h2');

/** Opens the board and waits until its script has taken over. */
export async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`/milestones/${query}`);
  await expect(board(page)).toHaveClass(/is-enhanced/);
}

/** What is seen of the groups, one after the other: the head, and the ids of the rows below it. */
export const groupsSeen = (page: Page): Promise<string[]> =>
  board(page)
    .locator('section[data-group]:visible')
    .evaluateAll((sections) =>
      sections.map((section) => {
        const shown = [...section.querySelectorAll('tr[data-row]')].filter((it) => it.checkVisibility());
        return `${section.querySelector('h2')!.textContent!.trim()}: ${shown.map((it) => it.id).join(' ')}`;
      }),
    );

/** What is seen of the cells of each row in a column, without the blanks that layout needs. */
export const cellsSeen = (page: Page, label: string): Promise<string[]> =>
  rows(page).evaluateAll(
    (list, name) =>
      list.map((row) => {
        const cell = [...row.querySelectorAll<HTMLElement>('td')].find((it) => it.dataset['label'] === name && it.checkVisibility());
        return `${row.id} ${
          cell
            ? [...cell.querySelectorAll('.state, summary, .seen > span')]
                .filter((it) => it.checkVisibility())
                .map((it) => it.textContent!.trim())
                .join(' ')
            : 'no cell'
        }`;
      }),
    label,
  );
