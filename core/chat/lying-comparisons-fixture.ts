import { capital, type SeenFact } from './lying-claims-fixture.ts'
import { type Lies, one, type Planted } from './lying-sentences-fixture.ts'

const timesOf: Readonly<Record<string, string>> = {
  'best lap': 'best lap',
  'median of green laps': 'median lap',
  'mean of green laps': 'average lap',
  'ideal lap, the best sections of all laps': 'ideal lap',
  'pace, the track taken out': 'pace',
}

/** Two facts of one figure, compared one way or the other: which is right is not in the prompt. */
export function plantComparison(lies: Lies): Planted | undefined {
  const { facts, dice } = lies
  const isComparable = ({ figure, lap }: SeenFact) =>
    lap === undefined && (figure in timesOf || figure === 'pace gap to the quick quarter')
  const comparable = facts.filter(isComparable)
  if (comparable.length < 2) return undefined
  const fact = one(dice, comparable)
  const other = one(dice, comparable)
  if (fact === other || fact.figure !== other.figure) return undefined
  const isAbove = dice(2) === 0
  const text = compared(fact, other, isAbove, lies)
  const [above, below] = isAbove ? [fact.cite, other.cite] : [other.cite, fact.cite]
  return text === undefined ? undefined : { text, trick: 'compared', compared: { above, below } }
}

function compared(a: SeenFact, b: SeenFact, isAbove: boolean, { me }: Lies): string | undefined {
  if (a.car === undefined || b.car === undefined) return undefined
  const whose = (car: string) => (car === me ? 'your' : `car ${car}'s`)
  const time = timesOf[a.figure]
  if (time !== undefined && a.car !== b.car && a.part === b.part) {
    const where = a.part === undefined || a.part === 'lap' ? '' : ` in ${a.part}`
    const than = b.car === me ? 'yours' : whose(b.car)
    return `${capital(whose(a.car))} ${time}${where} is ${isAbove ? 'slower' : 'quicker'} than ${than}.`
  }
  if (time !== undefined || a.car !== b.car) return undefined
  if (!a.part?.startsWith('Section') || !b.part?.startsWith('Section')) return undefined
  const who = a.car === me ? 'You are' : `Car ${a.car} is`
  const way = isAbove ? 'further off the quick quarter' : 'closer to the quick quarter'
  return `${who} ${way} in ${a.part} than in ${b.part}.`
}
