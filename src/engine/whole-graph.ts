/** What looks at more than one search finds: a log that is explained, a survey, a graph that is drawn. Apart from the checker, because it is loaded when it is asked for. */
export { Explainer, type Impossible, type Observation } from './conformance/explainer.ts';
export { type DrawnGraph, type DrawnState, dotOf, drawnGraph } from './survey/drawn-graph.ts';
export { type Ending, type FaultRow, type Rarity, type Share, type SizeRow, faultsOf, rarityOf, sizesOf } from './survey/survey.ts';
