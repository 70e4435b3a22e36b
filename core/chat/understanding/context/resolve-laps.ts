import type { CarNumber } from '#core/domain/ids.ts'
import type { LapFilter } from '#core/protocol/chat/scope.ts'
import type { LapName, Mention } from '../entities/mention.ts'
import type { RaceNames } from '../entities/season-names.ts'

export type FoundLaps = {
  readonly laps: readonly number[]
  /** Laps that only the documents can tell: the best one, the in-lap. */
  readonly names: readonly LapName[]
  readonly unknown: readonly number[]
}

/** The laps that are named, checked against how many there were. */
export function resolveLaps(
  mentions: readonly Mention[],
  race: RaceNames | undefined,
  car: CarNumber | undefined,
  before: number | undefined,
): FoundLaps {
  const carLaps = car === undefined ? undefined : race?.cars.get(car)
  const laps: number[] = []
  const names: LapName[] = []
  for (const mention of mentions) {
    if (mention.type === 'lap') laps.push(mention.lap)
    if (mention.type === 'laps') laps.push(...range(mention.from, mention.to))
    if (mention.type === 'moment') laps.push(...momentIn(race, mention.toGo))
    if (mention.type !== 'lap-name') continue
    const known = numbered(mention.name, race, carLaps, before)
    if (known === undefined) names.push(mention.name)
    else laps.push(...known)
  }
  const most = race?.raceLaps ?? Infinity
  const all = [...new Set(laps)]
  return {
    laps: all.filter((lap) => lap >= 1 && lap <= most),
    names: [...new Set(names)],
    unknown: all.filter((lap) => lap < 1 || lap > most),
  }
}

function momentIn(race: RaceNames | undefined, toGo: number | 'half'): number[] {
  if (race === undefined) return []
  const lap = toGo === 'half' ? Math.floor(race.raceLaps / 2) : race.raceLaps - toGo
  return lap < 1 ? [] : [lap]
}

function numbered(
  name: LapName,
  race: RaceNames | undefined,
  carLaps: number | undefined,
  before: number | undefined,
): readonly number[] | undefined {
  if (name === 'restart') return race?.restartLaps.length === 0 ? undefined : race?.restartLaps
  if (name === 'last') {
    const last = carLaps ?? race?.raceLaps
    return last === undefined ? undefined : [last]
  }
  if (name === 'previous' && before !== undefined && before > 1) return [before - 1]
  if (name === 'next' && before !== undefined) return [before + 1]
  return undefined
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.min(to, from + 200) - from + 1 }, (_, index) => from + index)
}

/** Which laps an answer is to be over; undefined where nothing was said of it. */
export function resolveFilter(
  mentions: readonly Mention[],
  race: RaceNames | undefined,
  hasRestartAsTopic: boolean,
): LapFilter | undefined {
  const filter: LapFilter = Object.assign(
    {},
    ...mentions.map((mention) => filterOf(mention, race ?? {}, hasRestartAsTopic)),
  )
  const without = mentions.flatMap((one) => (one.type === 'without' ? one.laps : []))
  const whole: LapFilter = { ...filter, ...(without.length > 0 && { without }) }
  return Object.keys(whole).length === 0 ? undefined : whole
}

function filterOf(
  mention: Mention,
  { raceLaps, restartLaps: [restartLap] = [] }: Partial<RaceNames>,
  hasRestartAsTopic: boolean,
): LapFilter {
  if (mention.type === 'before-restart' && restartLap !== undefined && !hasRestartAsTopic)
    return { toLap: restartLap - 1 }
  if (mention.type === 'stretch') {
    return {
      ...(mention.from !== undefined && { fromLap: mention.from }),
      ...(mention.to !== undefined && { toLap: mention.to }),
    }
  }
  if (mention.type === 'end') return ofEnd(mention, raceLaps)
  if (mention.type === 'share' && raceLaps !== undefined) {
    return share(mention.part, mention.of, raceLaps)
  }
  if (mention.type === 'after-restart' && !hasRestartAsTopic) return { afterRestart: true }
  return mention.type === 'without-traffic' ? { withoutTraffic: true } : {}
}

function ofEnd(
  { end, laps, isLeftOut }: Extract<Mention, { type: 'end' }>,
  raceLaps: number | undefined,
): LapFilter {
  if (end === 'first') return isLeftOut === true ? { fromLap: laps + 1 } : { toLap: laps }
  if (raceLaps === undefined) return {}
  return isLeftOut === true
    ? { toLap: Math.max(1, raceLaps - laps) }
    : { fromLap: Math.max(1, raceLaps - laps + 1) }
}

function share(part: number, of: number, raceLaps: number): LapFilter {
  const from = Math.floor((raceLaps * (part - 1)) / of) + 1
  const to = Math.floor((raceLaps * part) / of)
  return { ...(part > 1 && { fromLap: from }), ...(part < of && { toLap: to }) }
}
