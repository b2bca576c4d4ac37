import { verifier } from './spin.ts';
import { coldSearch } from './cold-search.ts';
const v = (['breadth first', 'depth first'] as const).map((o) => verifier('two-phase-commit', o, { N: 7 }));
const med = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1]!;
const o: number[] = [], b: number[] = [], d: number[] = [], oc: number[] = [];
for (let i = 0; i < 11; i++) { const c = coldSearch('two-phase-commit', { managers: 7 }); o.push(c.milliseconds); oc.push(c.cpuMilliseconds); b.push(v[0]!.run().milliseconds); d.push(v[1]!.run().milliseconds); }
console.log('ours', med(o).toFixed(0), Math.min(...o).toFixed(0), 'cpu', med(oc).toFixed(0), 'bf', med(b), Math.min(...b), 'df', med(d), Math.min(...d), (med(o) / med(b)).toFixed(2), (med(o) / med(d)).toFixed(2));
