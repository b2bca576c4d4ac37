import { expect, test } from '@playwright/test';
import { published } from '../site/built-site.ts';
import { overflow, setTheme, violations } from './accessibility.ts';
import { serve } from './serve.ts';
test.setTimeout(400_000);
for (const address of ['offline/', 'data/', 'systems/violetos/book/', 'systems/zos/book/'])
  test(address, async ({ page }) => {
    const site = await serve(published.folder, published.base);
    await page.goto(site.url + address);
    const wrong: string[] = [];
    for (const width of [320, 360, 768, 1160, 1440]) { await page.setViewportSize({ width, height: 900 }); wrong.push(`${width}: ${await overflow(page)}`); }
    const t = Date.now();
    for (const theme of ['dark', 'light'] as const) { await setTheme(page, theme); wrong.push(...(await violations(page, 'main'))); }
    console.log(address, Date.now() - t, 'ms', wrong);
    await site.close();
    expect(wrong.filter((it) => !it.endsWith(': 0'))).toEqual([]);
  });
