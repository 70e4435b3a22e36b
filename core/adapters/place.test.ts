import { expect, test } from 'vitest'
import { createTrackFinder, partsOf, placeOf, unknownTrackOf } from './place.ts'
import { recognise } from './recognise.ts'
import { bestLapsHeader, resultsHeader, timingHeader, weatherSheet } from './timing-fixtures.ts'
import { TrackId } from '#core/domain/ids.ts'

const findTrack = createTrackFinder(
  new Map([
    [TrackId.parse('cota'), ['COTA', 'circuit-of-the-americas']],
    [TrackId.parse('road-america'), ['Road America', 'road_america']],
    [TrackId.parse('vir'), ['virginia-international-raceway']],
  ]),
)

test.each([
  ['circuit-of-the-americas/COTA/Race 1/23_AnalysisEnduranceWithSections_Race 1.CSV', 'cota', 1],
  ['COTA/Race 2/26_Weather_ Race 2_Anonymized.CSV', 'cota', 2],
  ['COTA/Race 2/COTA_lap_end_time_R2.csv', 'cota', 2],
  ['Road America/Race 1/03_Results GR Cup Race 1 Official1_Anonymized.CSV', 'road-america', 1],
  ['road-america/R2_road_america_lap_end.csv', 'road-america', 2],
  ['VIR/Race 2/03_Results_Anonymized.CSV', 'vir', 2],
  ['virginia-international-raceway/vir_lap_end_R1.csv', 'vir', 1],
  ['trd-supplement/26_Weather_ Race 2.csv', undefined, 2],
  ['virtual/embrace 5/23_x.csv', undefined, undefined],
])('%s is of %s, race %s', (path, trackId, raceNumber) => {
  const place = placeOf(partsOf('season', path), findTrack)
  expect([place.trackId, place.raceNumber]).toEqual([trackId, raceNumber])
})

test('the name of the folder or zip itself counts too, after what is in it', () => {
  expect(placeOf(partsOf('COTA', '23_Analysis_Race 1.csv'), findTrack).trackId).toBe('cota')
  expect(placeOf(partsOf('COTA', 'VIR/23_Analysis_Race 1.csv'), findTrack).trackId).toBe('vir')
})

test.each([
  ['data', 'le_mans_24h.csv', 'le-mans'],
  ['data', 'Le Mans 24 Hours 2024.csv', 'le-mans'],
  ['data', 'spa/23_AnalysisEnduranceWithSections_Race 1_Anonymized.CSV', 'spa'],
  ['data', 'Nürburgring/Race 2/23_Analysis_ Race 2.CSV', 'nurburgring'],
  ['data', 'invented-012/Race 1/23_AnalysisEnduranceWithSections_Race 1.CSV', 'invented-012'],
  ['monza', '23_AnalysisEnduranceWithSections_Race 1.CSV', 'monza'],
  ['data', 'R1.csv', 'unnamed-track'],
])('in %s, %s is of the track %s', (source, path, trackId) => {
  expect(unknownTrackOf(partsOf(source, path))).toBe(trackId)
})

const lapTimes =
  'expire_at,lap,meta_event,meta_session,meta_source,meta_time,outing,timestamp,value'
const telemetry = lapTimes.replace('outing', 'outing,telemetry_name')

test.each([
  ['any.csv', timingHeader, 'timing'],
  ['any.csv', `\uFEFF\r\n${timingHeader};\r\n`, 'timing'],
  ['any.csv', timingHeader.replace('NUMBER;', ''), 'timing'],
  ['23_AnalysisEnduranceWithSections.CSV', 'what;ever', 'timing'],
  ['any.csv', weatherSheet('2025-09-06T18:00:00Z').toString(), 'weather'],
  ['any.csv', resultsHeader, 'results'],
  ['any.csv', 'CLASS_TYPE;POS;PIC;NUMBER', 'results-by-class'],
  ['any.csv', bestLapsHeader, 'best-laps'],
  ['any.csv', 'Pos;Participant;Points;Number', 'championship'],
  ['vir_lap_end_R1.csv', lapTimes, 'lap-times'],
  ['sebring_telemetry_R2.csv', lapTimes, 'telemetry'],
  ['any.csv', telemetry, 'telemetry'],
  ['map.pdf', '%PDF', 'document'],
  ['any.csv', 'a;b', 'unknown'],
  ['kaizenlap-demo-season.json', '{ "invented": true }', 'demo-marker'],
  ['kaizenlap-demo-season.json', '{ "invented": false }', 'document'],
])('%s that begins %j is %s', (path, head, kind) => {
  expect(recognise(path, Buffer.from(head))).toBe(kind)
})
