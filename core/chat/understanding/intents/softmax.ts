/** An example: features with their weights, and the number of its class. */
export type Example = { readonly features: ReadonlyMap<string, number>; readonly target: number }

/** The probability of each class. */
export type Softmax = (features: ReadonlyMap<string, number>) => Float64Array

/** What was learnt, ready to be kept: a row of weights for each feature, then one for the bias. */
export type Learnt = {
  readonly classes: number
  /** By row, each with what its rarity makes it weigh. */
  readonly features: readonly (readonly [name: string, rarity: number])[]
  /** Rows of `classes` weights. */
  readonly weights: Float32Array
}

const epochs = 4
const learningRate = 0.2
const bias = 0.3
/** What only one example has tells that one example, and is most of all features. */
const fewestUses = 2
/** A slope this small changes nothing that is seen, and most are. */
const smallestSlope = 1e-5

type Cell = readonly [row: number, value: number]
type Row = { readonly cells: readonly Cell[]; readonly target: number }
type CellsOf = (features: ReadonlyMap<string, number>) => Cell[]

/**
 * Multinomial logistic regression on sparse features, rarer ones weighing more, by AdaGrad over the examples in a
 * fixed order: the same examples always give the same weights.
 */
export function learnSoftmax(examples: readonly Example[], classes: number): Learnt {
  const features = featuresByRarity(examples)
  const cellsOf = createCells(features)
  const weights = new Float64Array((features.length + 1) * classes)
  const squares = new Float64Array(weights.length).fill(1e-3)
  const rows = interleaved(examples, classes).map((example): Row => ({
    cells: cellsOf(example.features),
    target: example.target,
  }))
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of rows) step(weights, squares, row, classes)
  }
  return { classes, features, weights: Float32Array.from(weights) }
}

/** Tells classes apart by what was learnt. */
export function createSoftmax({ classes, features, weights }: Learnt): Softmax {
  const cellsOf = createCells(features)
  return (found) => probabilities(weights, cellsOf(found), classes)
}

/** Those that enough examples have; the fewer they are, the more each weighs. */
function featuresByRarity(examples: readonly Example[]): (readonly [string, number])[] {
  const uses = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features.keys()) uses.set(feature, (uses.get(feature) ?? 0) + 1)
  return [...uses]
    .filter(([, count]) => count >= fewestUses)
    .map(([feature, count]) => [feature, Math.log(examples.length / count) / 4])
}

/** Features by row of the weights. Those that were never seen say nothing; the last row is the bias. */
function createCells(features: Learnt['features']): CellsOf {
  const known = new Map(features.map(([name, rarity], row) => [name, { row, rarity }]))
  return (found) => {
    const cells: Cell[] = [[known.size, bias]]
    for (const [feature, value] of found) {
      const place = known.get(feature)
      if (place !== undefined) cells.push([place.row, value * place.rarity])
    }
    return cells
  }
}

function probabilities(
  weights: Float64Array | Float32Array,
  cells: readonly Cell[],
  classes: number,
): Float64Array {
  const scores = new Float64Array(classes)
  for (const [row, value] of cells) {
    const from = row * classes
    for (let k = 0; k < classes; k++)
      scores[k] = (scores[k] ?? 0) + value * (weights[from + k] ?? 0)
  }
  const highest = Math.max(...scores)
  let sum = 0
  for (let k = 0; k < classes; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - highest)
  return scores.map((score) => score / sum)
}

function step(weights: Float64Array, squares: Float64Array, row: Row, classes: number): void {
  const errors = probabilities(weights, row.cells, classes)
  errors[row.target] = (errors[row.target] ?? 0) - 1
  for (const [at, value] of row.cells) {
    const from = at * classes
    for (let k = 0; k < classes; k++) {
      const slope = (errors[k] ?? 0) * value
      if (slope < smallestSlope && slope > -smallestSlope) continue
      const square = (squares[from + k] ?? 0) + slope * slope
      squares[from + k] = square
      weights[from + k] = (weights[from + k] ?? 0) - (learningRate * slope) / Math.sqrt(square)
    }
  }
}

/** One example of each class in turn: what comes last weighs more, so no class may come last as a block. */
function interleaved(examples: readonly Example[], classes: number): Example[] {
  const byClass = Array.from({ length: classes }, (_, k) =>
    examples.filter(({ target }) => target === k),
  )
  const rounds = Math.max(0, ...byClass.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) =>
    byClass.flatMap((found) => found[round] ?? []),
  )
}
