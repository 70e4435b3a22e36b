import { sectionName } from '#core/domain/fact-text.ts'
import type { FactKind } from '#core/domain/fact-text.ts'
import { sectionIds, subSectionIds } from '#core/domain/quantity.ts'
import type { PatternDocument } from '../documents/pattern-document.ts'
import type { FactContext, FactEntry } from './fact-entry.ts'
import { keyOf, timeKind } from './fact-entry.ts'
import { paceField } from './pace-field.ts'
import {
  carLabel,
  correctedTimes,
  everyPace,
  otherCar,
  ownFact,
  ownFacts,
  weatherField,
} from './pattern-operands.ts'

type Context = FactContext<PatternDocument>
type Entry = FactEntry<PatternDocument>

/** Pace, target and repeat gain of one quantity (D12, D14), under the given field. */
export function paceFacts(quantity: string): readonly Entry[] {
  const at = paceField(quantity).replace('.paceMs', '')
  const where = quantity === 'lap' ? 'lap' : sectionName(quantity)
  const time = timeKind(quantity)
  const corrected = (context: Context) => correctedTimes(context, quantity)
  const quickQuarter = (context: Context) => weatherField(context, `quickQuarterMs.${quantity}`)
  const fact = (
    field: string,
    kind: FactKind,
    what: string,
    operands: Entry['operands'] = corrected,
  ): Entry => ({
    field: `${at}.${field}`,
    kind,
    label: (context) => carLabel(context, `${what}, ${where}`),
    operands,
  })
  const offQuickQuarter = (field: string) => (context: Context) => [
    ownFact(context, `${at}.${field}`),
    quickQuarter(context),
  ]
  return [
    fact('paceN', 'count', 'laps that the pace rests on'),
    fact('paceMs', time, 'pace, the track taken out'),
    fact('paceLowMs', time, 'pace, low end of the interval'),
    fact('paceHighMs', time, 'pace, high end of the interval'),
    fact('paceRank', 'rank', 'rank of the pace', (context) => everyPace(context, quantity)),
    fact('paceOf', 'count', 'cars with a pace', (context) => everyPace(context, quantity)),
    fact('paceGapMs', 'gap', 'pace gap to the quick quarter', offQuickQuarter('paceMs')),
    fact('paceGapLowMs', 'gap', 'pace gap, low end', offQuickQuarter('paceLowMs')),
    fact('paceGapHighMs', 'gap', 'pace gap, high end', offQuickQuarter('paceHighMs')),
    fact('targetMs', time, 'own best quarter, the track taken out'),
    fact('repeatGainMs', 'gap', 'repeat gain', ownFacts(`${at}.paceMs`, `${at}.targetMs`)),
    fact('targetN', 'count', 'laps of the own best quarter'),
    fact('targetLaps.*', 'lap', 'a lap of the own best quarter', (context) => {
      const lap = targetLapsOf(context, quantity)[Number(keyOf(context))]
      return lap === undefined ? [] : [ownFact(context, `laps.${lap}.correctedMs.${quantity}`)]
    }),
    ...watchFacts(quantity, at, where),
  ]
}

function partOf({ document }: Context, quantity: string) {
  const section = sectionIds.find((id) => id === quantity)
  if (section !== undefined) return document.sections[section]
  const subSection = subSectionIds.find((id) => id === quantity)
  return subSection && document.subSections[subSection]
}

const targetLapsOf = (context: Context, quantity: string) =>
  (quantity === 'lap' ? context.document.lap : partOf(context, quantity))?.targetLaps ?? []

const watchOf = (context: Context, quantity: string) => partOf(context, quantity)?.watch

/** The nearest quicker car and its lap worth watching. */
function watchFacts(quantity: string, at: string, where: string): readonly Entry[] {
  if (quantity === 'lap') return []
  const watch = (context: Context) => watchOf(context, quantity) ?? undefined
  const pace = (context: Context) => {
    const car = watch(context)?.car
    return car === undefined ? [] : [otherCar(context, car, paceField(quantity))]
  }
  const watchedTime = (context: Context) => {
    const target = watch(context)
    if (target === undefined) return []
    return [otherCar(context, target.car, `laps.${target.lap}.timeMs.${quantity}`)]
  }
  const label = (what: string) => (context: Context) =>
    carLabel(context, `nearest quicker car, ${where}: ${what}`)
  return [
    { field: `${at}.watch.car`, kind: 'car', label: label('which'), operands: pace },
    {
      field: `${at}.watch.lap`,
      kind: 'lap',
      label: label('its lap worth watching'),
      operands: watchedTime,
    },
    {
      field: `${at}.watch.quickerByMs`,
      kind: 'gap',
      label: label('how much quicker'),
      operands: (context) => [ownFact(context, paceField(quantity)), ...pace(context)],
    },
    { field: `${at}.watch.paceRank`, kind: 'rank', label: label('its rank'), operands: pace },
    {
      field: `${at}.watch.drivenMs`,
      kind: timeKind(quantity),
      label: label('its time on that lap'),
      operands: watchedTime,
    },
    {
      field: `${at}.watch.isSurelyQuicker`,
      kind: 'yes-no',
      label: label('quicker by more than chance'),
      operands: (context) => [ownFact(context, paceField(quantity)), ...pace(context)],
    },
    {
      field: `${at}.watch.isFree`,
      kind: 'yes-no',
      label: label('no car within a second ahead on that lap'),
    },
  ]
}
