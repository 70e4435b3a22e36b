import type { Dimension } from './items.ts'
import type { Given } from './known.ts'

/** Which fields tell of the lap or car that a figure stands beside, where they do not share its path. */
const linked: Readonly<Record<string, readonly string[]>> = {
  placesLost: ['.lostTo', '.wonFrom'],
  gapToCompositeMs: ['bestLap'],
  gapToJointMs: ['bestLap'],
  potentialMs: ['bestLap'],
  repeatGainMs: ['.targetLaps'],
  targetMs: ['.targetLaps'],
  targetN: ['.targetLaps'],
  idealLapMs: ['sections.s1.own', 'sections.s2.own', 'sections.s3.own'],
  repeatedLaps: ['.repeatedBy'],
  withinMs: ['.repeatedBy'],
}
const dimensionOf: Readonly<Record<string, Dimension>> = {
  car: 'car',
  lap: 'lap',
  section: 'section',
}

/** A fact whose value is a car, a lap, a section or the number of a race. */
export function entityOf({
  fact,
  subject,
}: Given): { dimension: Dimension; id: string } | undefined {
  const [race] = subject.raceIds
  if (subject.names.at(-1) === 'raceNumber' && race !== undefined)
    return { dimension: 'race', id: race }
  const dimension = dimensionOf[fact.unit]
  if (dimension === undefined || fact.value === null) return undefined
  return { dimension, id: String(fact.value) }
}

/** Cars, laps and sections that the facts beside a fact name: the lap of a best lap, the car to watch. */
export function besideOf(one: Given, all: readonly Given[], dimension: Dimension): Set<string> {
  const groups = new Set(groupsOf(one))
  const ids = new Set<string>()
  for (const other of all) {
    const entity = entityOf(other)
    if (entity?.dimension === dimension && groups.has(other.subject.group)) ids.add(entity.id)
  }
  return ids
}

function groupOfId(id: string): string {
  return id.slice(0, id.lastIndexOf('.') + 1 || undefined).replace(/\.$/, '')
}

/** The paths under which facts tell of the same thing. */
export function groupsOf({ subject }: Given): string[] {
  const { group, names, operation, operands } = subject
  // Of a difference: what stands beside either side.
  if (operation === 'difference') return [group, ...operands.map(groupOfId)]
  const document = group.slice(0, group.indexOf('#') + 1)
  const others = (linked[names.at(-1) ?? ''] ?? []).map((path) =>
    path.startsWith('.')
      ? `${group}${group.endsWith('#') ? path.slice(1) : path}`
      : document + path,
  )
  return names[1] === 'check' ? [group, ...others, `${document}card`] : [group, ...others]
}
