import type { FactKind } from '#core/domain/fact-text.ts'
import type { WeatherDocument } from '../documents/weather-document.ts'
import type { FactEntry } from './fact-entry.ts'
import { keyOf } from './fact-entry.ts'
import { effectsOf, kindOf, nameOf, samplesOf } from './weather-variables.ts'

type Entry = FactEntry<WeatherDocument>

const variableEntry = (field: string, kind: FactKind | 'own', what: string): Entry => ({
  field: `variables.*.${field}`,
  kind: (context) => (kind === 'own' ? kindOf(keyOf(context)) : kind),
  label: (context) => `${nameOf(keyOf(context))}: ${what}`,
  operands: (context) => [
    ...samplesOf(context, keyOf(context)),
    ...(kind === 'correlation' || kind === 'probability' ? effectsOf(context) : []),
  ],
})

const lapSets = { clean: 'green laps', green: 'laps under a green flag at the line' } as const

/** What the figures and verdicts of each variable are (D9, D19). */
export const variableFacts: readonly Entry[] = [
  variableEntry('samples', 'count', 'samples'),
  variableEntry('dropped', 'count', 'samples in which the sensor dropped out'),
  variableEntry('min', 'own', 'lowest'),
  variableEntry('max', 'own', 'highest'),
  variableEntry('mean', 'own', 'mean'),
  variableEntry('verdict', 'word', 'verdict'),
  variableEntry('isConstant', 'yes-no', 'one value only, so nothing was measured'),
  variableEntry('rangeNeeded', 'own', 'range that it takes to say anything'),
  variableEntry('trackState.n', 'count', 'laps compared with the state of the track'),
  variableEntry('trackState.range', 'own', 'range over those laps'),
  variableEntry('trackState.r', 'correlation', 'correlation with the state of the track'),
  variableEntry('trackState.p', 'probability', 'p of it'),
  variableEntry('trackState.pAdjusted', 'probability', "p of it, by Holm's rule"),
  ...Object.entries(lapSets).flatMap(([set, laps]) => [
    variableEntry(`${set}.n`, 'count', `${laps} compared with the weather`),
    variableEntry(`${set}.r`, 'correlation', `correlation with the lap time, ${laps}`),
    variableEntry(`${set}.p`, 'probability', `p of it, ${laps} taken as independent`),
    variableEntry(`${set}.within.r`, 'correlation', `correlation within cars, ${laps}`),
    variableEntry(`${set}.within.p`, 'probability', `p of it, ${laps}`),
    variableEntry(`${set}.byLap.n`, 'count', `lap numbers compared, ${laps}`),
    variableEntry(`${set}.byLap.r`, 'correlation', `correlation by lap number, ${laps}`),
    variableEntry(`${set}.byLap.p`, 'probability', `p of it, ${laps}`),
    variableEntry(`${set}.lapCorrected.r`, 'correlation', `correlation without the lap, ${laps}`),
    variableEntry(`${set}.lapCorrected.p`, 'probability', `p of it, ${laps}`),
  ]),
]
