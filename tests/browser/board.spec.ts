/** The board over all milestones with its script: what is chosen of it, in the address and back, at a moment, and by keyboard. */
import { expect, test } from '@playwright/test';
import { entries, milestonesOf, milestonesThatAre, milestonesThatWere } from './records.ts';
import { board, cellsSeen, choose, count, groupsSeen, heads, open, rows, status, text } from './board.ts';

/** Each system with milestones has a table of its own. */
const listed = new Set(entries.milestones.map((it) => it.data.system)).size;

test.describe('filters', () => {
  test('combine, and stand in the address', async ({ page }) => {
    await open(page);
    await expect(rows(page)).toHaveCount(entries.milestones.length);
    await choose(page, 'system', 'themelios').click();
    await expect(page).toHaveURL('/milestones/?system=themelios');
    await expect(rows(page)).toHaveCount(milestonesOf('themelios'));
    await expect(heads(page)).toHaveText(['ThemeliOS']);
    await choose(page, 'area', 'network').click();
    await choose(page, 'status', 'partial').click();
    await expect(page).toHaveURL('/milestones/?system=themelios&area=network&status=partial');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toHaveAttribute('id', 'themelios-phase-5');
    await expect(status(page)).toHaveText(`1 of ${entries.milestones.length} shown.`);
    await expect(choose(page, 'area', 'network')).toHaveAttribute('aria-current', 'true');
    await expect(choose(page, 'area', 'boot')).not.toHaveAttribute('aria-current');
  });

  test('survive a reload, and go back one by one', async ({ page }) => {
    await open(page);
    await choose(page, 'system', 'starina').click();
    await choose(page, 'group', 'area').click();
    await choose(page, 'at', 'documented').click();
    const seen = await groupsSeen(page);
    expect(seen.length).toBeGreaterThan(1);
    await page.reload();
    await expect(board(page)).toHaveClass(/is-enhanced/);
    expect(await groupsSeen(page)).toEqual(seen);
    await page.goBack();
    await expect(page).toHaveURL('/milestones/?system=starina&group=area');
    await page.goBack();
    await expect(page).toHaveURL('/milestones/?system=starina');
    await expect(heads(page)).toHaveText(['Starina']);
    await expect(rows(page)).toHaveCount(milestonesOf('starina'));
    await page.goBack();
    await expect(rows(page)).toHaveCount(entries.milestones.length);
    await page.goForward();
    await expect(rows(page)).toHaveCount(milestonesOf('starina'));
  });

  test('say beside each value how many rows it would show', async ({ page }) => {
    await open(page);
    await expect(count(page, 'system', 'starina')).toHaveText(`${milestonesOf('starina')}`);
    await choose(page, 'status', 'dropped').click();
    // Only Starina has a list that was written anew.
    await expect(count(page, 'system', 'starina')).toHaveText(`${milestonesThatAre('dropped')}`);
    await expect(count(page, 'system', 'themelios')).toHaveText('0');
    await expect(choose(page, 'system', 'themelios')).toHaveClass(/is-none/);
    await expect(count(page, 'status', 'dropped')).toHaveText(`${milestonesThatAre('dropped')}`);
  });
});

test.describe('filters and words', () => {
  test('find words in title and goal, and write them into the address without a step back for each key', async ({ page }) => {
    await open(page, '?system=themelios');
    await text(page).pressSequentially('OCI run');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toHaveAttribute('id', 'themelios-phase-5');
    await expect(page).toHaveURL('/milestones/?system=themelios&q=OCI+run');
    await page.reload();
    await expect(text(page)).toHaveValue('OCI run');
    await expect(rows(page)).toHaveCount(1);
    await choose(page, 'system', '').click();
    await expect(page).toHaveURL('/milestones/?q=OCI+run');
    await page.goBack();
    await expect(page).toHaveURL('/milestones/?system=themelios&q=OCI+run');
    await text(page).fill('');
    await expect(rows(page)).toHaveCount(milestonesOf('themelios'));
    await expect(page).toHaveURL('/milestones/?system=themelios');
  });

  test('say so when nothing is left, and one link clears them but not the view', async ({ page }) => {
    await open(page, '?system=themelios&status=dropped&sort=title&q=boot');
    await expect(rows(page)).toHaveCount(0);
    await expect(heads(page)).toHaveCount(0);
    await expect(status(page)).toHaveText(`0 of ${entries.milestones.length} shown.`);
    const empty = board(page).locator('[data-empty]');
    await expect(empty).toBeVisible();
    await empty.getByRole('link').click();
    await expect(page).toHaveURL('/milestones/?sort=title');
    await expect(rows(page)).toHaveCount(entries.milestones.length);
    await expect(text(page)).toHaveValue('');
    await expect(empty).toBeHidden();
  });

  test('ignore what they do not know, and keep what is not theirs', async ({ page }) => {
    await open(page, '?system=linux&group=colour&at=2020-02-30&from=feed');
    await expect(rows(page)).toHaveCount(entries.milestones.length);
    await choose(page, 'system', 'starina').click();
    expect(new URL(page.url()).searchParams.get('from')).toBe('feed');
    expect(new URL(page.url()).searchParams.get('system')).toBe('starina');
    await expect(rows(page)).toHaveCount(milestonesOf('starina'));
  });

  test('are links that lead to what they would choose', async ({ page }) => {
    await open(page, '?system=themelios&q=run');
    await expect(choose(page, 'area', 'containers')).toHaveAttribute('href', '/milestones/?system=themelios&q=run&area=containers');
    await expect(choose(page, 'group', 'status')).toHaveAttribute('href', '/milestones/?system=themelios&q=run&group=status');
  });
});

test.describe('at a moment', () => {
  test('a row shows what was said by then, and what was not said is not carried over', async ({ page }) => {
    await open(page);
    await choose(page, 'at', '2025-10-16').click();
    await expect(page).toHaveURL('/milestones/?at=2025-10-16');
    await expect(page.getByRole('columnheader', { name: 'As of 2025-10-16' })).toHaveCount(listed);
    await expect(page.getByRole('columnheader', { name: 'As documented' })).toHaveCount(0);
    const said = await cellsSeen(page, 'As of 2025-10-16');
    expect(said).toContain('themelios-phase-0 Nothing said by then');
    expect(said).toContain('starina-roadmap-5 Not started 2025-10-16, inferred');
    expect(said).toContain('starina-later-virtio-net Complete 2025-10-16, stated');
    await choose(page, 'at', 'documented').click();
    const documented = await cellsSeen(page, 'As documented');
    expect(documented).toContain('themelios-phase-3 Not started stated');
    expect(documented).toContain('starina-roadmap-5 Not started 2025-02-21, inferred');
    expect(documented).toContain('starina-later-virtio-net Nothing said by then');
    await choose(page, 'at', '').click();
    await expect(page.getByRole('columnheader', { name: 'As found' })).toHaveCount(listed);
    expect(await cellsSeen(page, 'As found')).toContain('themelios-phase-3 Complete undated, stated');
  });

  test('filters, counts and groups act on the status of the moment', async ({ page }) => {
    await open(page, '?status=complete');
    await expect(rows(page)).toHaveCount(milestonesThatAre('complete'));
    await choose(page, 'at', 'documented').click();
    await expect(rows(page)).toHaveCount(milestonesThatWere('complete', { at: 'documented' }));
    await choose(page, 'at', 'found-undated').click();
    await expect(rows(page)).toHaveCount(milestonesThatWere('complete', { at: 'found-undated' }));
    const counts = board(page).locator('section[data-group]:visible .counts');
    await expect(counts).toHaveText(/5 complete\s*3 partly complete\s*4 not started\s*1 moved\s*as found, undated/);
    await choose(page, 'at', '2025-10-16').click();
    await expect(rows(page)).toHaveCount(milestonesThatWere('complete', { at: 'day', day: '2025-10-16' }));
    await choose(page, 'group', 'status').click();
    await choose(page, 'status', '').click();
    await expect(heads(page)).toHaveText(['Complete', 'In progress', 'Not started', 'Moved', 'No longer listed', 'Nothing said by then']);
  });

  test('the deliverables are those that were complete by then', async ({ page }) => {
    await open(page);
    const delivered = page.locator('#themelios-phase-7 .delivers');
    await expect(delivered).toHaveText(/10\s*, 0 complete/);
    await choose(page, 'at', 'found-undated').click();
    await expect(delivered).toHaveText(/10\s*, 8 complete/);
    await expect(delivered.locator('i.done')).toHaveCount(8);
    await choose(page, 'at', '2025-10-16').click();
    await expect(delivered).toHaveText(/10\s*, nothing said of them/);
    await expect(delivered.locator('i.done')).toHaveCount(0);
    await choose(page, 'at', '').click();
    await expect(delivered).toHaveText(/10\s*, 0 complete/);
  });
});

test.describe('the script and the pages without it show the same', () => {
  const arranged = [
    ['?group=status', 'by/status/'],
    ['?group=area', 'by/area/'],
    ['?group=none', 'by/none/'],
    ['?sort=title', 'by/title/'],
    ['?sort=progress', 'by/progress/'],
    ['?sort=left', 'by/left/'],
  ] as const;
  for (const [query, address] of arranged)
    test(`${query} and ${address}`, async ({ page }) => {
      await open(page, query);
      const seen = await groupsSeen(page);
      await page.goto(`/milestones/${address}`);
      expect(await groupsSeen(page)).toEqual(seen);
    });

  for (const [at, column] of [
    ['documented', 'As documented'],
    ['found-undated', 'As found, undated'],
    ['2025-10-16', 'As of 2025-10-16'],
  ] as const)
    test(`?at=${at} and as-of/${at}/`, async ({ page }) => {
      await open(page, `?at=${at}`);
      const [said, delivered] = [await cellsSeen(page, column), await rows(page).locator('.delivers').allInnerTexts()];
      const counts = await board(page).locator('.counts').allInnerTexts();
      await page.goto(`/milestones/as-of/${at}/`);
      expect(await cellsSeen(page, column)).toEqual(said);
      expect(await rows(page).locator('.delivers').allInnerTexts()).toEqual(delivered);
      expect((await board(page).locator('.counts').allInnerTexts()).map((it) => it.replace(/\s+/g, ' '))).toEqual(
        counts.map((it) => it.replace(/\s+/g, ' ')),
      );
    });
});

test('the rail is told when its order does not hold', async ({ page }) => {
  await open(page);
  await expect(board(page)).not.toHaveClass(/is-reordered|is-filtered/);
  await choose(page, 'system', 'themelios').click();
  await expect(board(page)).not.toHaveClass(/is-reordered|is-filtered/);
  await choose(page, 'area', 'boot').click();
  await expect(board(page)).toHaveClass(/is-filtered/);
  await choose(page, 'area', '').click();
  for (const [view, value] of [
    ['sort', 'title'],
    ['group', 'status'],
    ['at', 'found-undated'],
  ] as const) {
    await choose(page, view, value).click();
    await expect(board(page)).toHaveClass(/is-reordered/);
    await choose(page, view, '').click();
    await expect(board(page)).not.toHaveClass(/is-reordered/);
  }
});

test('everything is reached and worked by keyboard', async ({ page }) => {
  await open(page);
  await choose(page, 'at', '').focus();
  const stops: string[] = [];
  for (let i = 0; i < 70 && !stops.includes('sort left'); i += 1) {
    stops.push(
      await page.evaluate(() => {
        const { dataset, id } = document.activeElement as HTMLElement;
        return dataset['value'] === undefined ? id : `${dataset['facet'] ?? dataset['view']} ${dataset['value']}`;
      }),
    );
    await page.keyboard.press('Tab');
  }
  for (const stop of ['at documented', 'at 2025-10-16', 'system starina', 'status moved', 'area update', 'q', 'group none', 'sort left'])
    expect(stops).toContain(stop);
  await choose(page, 'status', 'moved').focus();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await expect(choose(page, 'status', 'moved')).toBeFocused();
  const reason = rows(page).first().locator('summary:visible').first();
  await reason.focus();
  await page.keyboard.press('Enter');
  await expect(rows(page).first().locator('details[open]')).toHaveCount(1);
});

test('a filter that was followed without script is taken over', async ({ page }) => {
  await page.goto('/milestones/#status-dropped');
  await expect(board(page)).toHaveClass(/is-enhanced/);
  await expect(page).toHaveURL('/milestones/?status=dropped');
  await expect(rows(page)).toHaveCount(milestonesThatAre('dropped'));
});
