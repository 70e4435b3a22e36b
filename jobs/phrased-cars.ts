/** How cars fared whose coaching a model was to phrase. */
export type PhrasedCars = {
  /** Of whom at least one sentence is the model's. */
  readonly phrased: number
  /** Nothing has changed since they were phrased last. */
  readonly kept: number
  /** All of whose sentences are the composer's: the model failed, or nothing of it passed. */
  readonly composed: number
  /** Sentences that did not pass the check. */
  readonly withheld: number
}

export const nobodyPhrased: PhrasedCars = { phrased: 0, kept: 0, composed: 0, withheld: 0 }

export function addCars(one: PhrasedCars, other: PhrasedCars): PhrasedCars {
  return {
    phrased: one.phrased + other.phrased,
    kept: one.kept + other.kept,
    composed: one.composed + other.composed,
    withheld: one.withheld + other.withheld,
  }
}
