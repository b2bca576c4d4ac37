/** Two-phase commit, which the tests of the engine use too. Its reference model is spin/two-phase-commit.pml. */
export { twoPhaseCommit } from '../src/engine/run/two-phase-commit.fixture.ts';
