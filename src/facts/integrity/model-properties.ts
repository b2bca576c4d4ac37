/** The checked sentences of each model, by the model's id: all that facts need to know of a model. */
export type ModelProperties = Readonly<Record<string, readonly string[]>>;
