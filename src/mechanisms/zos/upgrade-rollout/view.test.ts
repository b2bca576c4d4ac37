import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';
import { view } from './view.tsx';
import { checkView, explainedAtEndOf, picturesOf } from '../../pictures.fixture.ts';

checkView(runs, view);
