import { driverName, printedNumber, teamName } from './names.ts'
import type { Classified } from './official.ts'
import { classify } from './official.ts'
import { minutesTime, shortTime } from './print-time.ts'
import type { Sheet } from './recipe.ts'
import type { Column } from './sheet-text.ts'
import { emptyColumns, onlyWith, sheetText } from './sheet-text.ts'
import type { TimedRace } from './timed-race.ts'
import { kph } from './timing-sheet.ts'

type ResultColumn = Column<Classified>

const registration =
  'ECM Participant Id;ECM Team Id;ECM Category Id;ECM Car Id;ECM Brand Id;ECM Country Id;*Extra 7;*Extra 8;*Extra 9;Sort Key'

/** The 00_ and 03_ files: positions, gaps, fastest laps. */
export function resultsSheet(race: TimedRace, sheet: Sheet): string {
  const { track, recipe } = race
  const { withNames } = track
  const order = classify(race, sheet.classification !== 'provisional')
  const decimal = recipe.positionsWithDecimal ? '.0' : ''
  const columns: ResultColumn[] = [
    ['POSITION', ({ totalMs }, at) => (totalMs === undefined ? '' : `${at + 1}${decimal}`)],
    ['NUMBER', ({ car }) => printedNumber(car, withNames)],
    ['STATUS', ({ totalMs }) => (totalMs === undefined ? 'Not started' : 'Classified')],
    ['LAPS', ({ laps }) => String(laps)],
    ['TOTAL_TIME', total],
    ['GAP_FIRST', (_, at) => (at === 0 ? '-' : gap(order[0], order[at], resultGap))],
    ['GAP_PREVIOUS', (_, at) => (at === 0 ? '-' : gap(order[at - 1], order[at], resultGap))],
    ...fastestColumns(race, ['FL_LAPNUM', 'FL_TIME', 'FL_KPH']),
    ...onlyWith<Classified>(withNames, [['TEAM', ({ car }) => teamName(car)]]),
    ['CLASS', () => 'Am'],
    ['GROUP', ({ isLegend }) => (isLegend ? 'Legends' : '')],
    ['DIVISION', () => 'GR Cup'],
    ['VEHICLE', () => 'Toyota GR86'],
    ...emptyColumns(`TIRES;${registration}`),
    ...onlyWith<Classified>(withNames || sheet.withNames, personColumns),
    ...emptyColumns('DRIVER_*Extra 3;DRIVER_*Extra 4;DRIVER_*Extra 5'),
  ]
  return sheetText(columns, order, { withNames, crlf: sheet.crlf })
}

const personColumns: readonly ResultColumn[] = [
  ['DRIVER_FIRSTNAME', ({ car }) => driverName(car)[0]],
  ['DRIVER_SECONDNAME', ({ car }) => driverName(car)[1]],
  ...emptyColumns('DRIVER_LICENSE;DRIVER_HOMETOWN'),
  ['DRIVER_COUNTRY', () => 'USA'],
  ...emptyColumns('DRIVER_SHORTNAME;DRIVER_ECM Driver Id;DRIVER_ECM Country Id'),
]

/** The 05_ files: the same by class, in another form. */
export function classesSheet(race: TimedRace, sheet: Sheet): string {
  const { withNames } = race.track
  const order = classify(race, sheet.classification !== 'provisional')
  const columns: ResultColumn[] = [
    ['CLASS_TYPE', () => 'Am'],
    ['POS', (_, at) => String(at + 1)],
    ['PIC', (_, at) => String(at + 1)],
    ['NUMBER', ({ car }) => printedNumber(car, withNames)],
    ...onlyWith<Classified>(withNames, [['TEAM', ({ car }) => teamName(car)]]),
    ['VEHICLE', () => 'Toyota GR86'],
    ...onlyWith<Classified>(withNames, [['DRIVER', ({ car }) => driverName(car).join(' ')]]),
    ['LAPS', ({ laps }) => String(laps)],
    ['ELAPSED', total],
    ['GAP_FIRST', (_, at) => (at === 0 ? '' : gap(order[0], order[at], classGap))],
    ['GAP_PREVIOUS', (_, at) => (at === 0 ? '' : gap(order[at - 1], order[at], classGap))],
    ...fastestColumns(race, ['BEST_LAP_NUM', 'BEST_LAP_TIME', 'BEST_LAP_KPH']),
  ]
  return sheetText(columns, order, { withNames, crlf: sheet.crlf })
}

function total({ totalMs }: Classified): string {
  return totalMs === undefined ? '' : minutesTime(totalMs)
}

function fastestColumns(
  { track }: TimedRace,
  [lapNumber, time, speed]: readonly [string, string, string],
): ResultColumn[] {
  return [
    [lapNumber, ({ fastest }) => String(fastest?.lapNumber ?? 0)],
    [time, ({ fastest }) => (fastest === undefined ? '' : minutesTime(fastest.lapMs))],
    [speed, ({ fastest }) => (fastest === undefined ? '' : kph(track.lapLengthM, fastest.lapMs))],
  ]
}

type PrintGap = {
  readonly laps: (laps: number) => string
  readonly ms: (ms: number) => string
  /** Whether a car that did not start has a gap. */
  readonly notStarted: boolean
}

/** '+2.740', '+1:02.611', '1 Lap', '2 Laps'. */
const resultGap: PrintGap = {
  laps: (laps) => (laps === 1 ? '1 Lap' : `${laps} Laps`),
  ms: (ms) => `+${shortTime(ms)}`,
  notStarted: false,
}

/** '+2.740', "+1'02.611", '1 Laps', '2 Laps'. */
const classGap: PrintGap = {
  laps: (laps) => `${laps} Laps`,
  ms: (ms) => `+${shortTime(ms).replace(':', "'")}`,
  notStarted: true,
}

function gap(ahead: Classified | undefined, one: Classified | undefined, print: PrintGap): string {
  if (ahead === undefined || one === undefined) return ''
  if (one.totalMs === undefined && !print.notStarted) return ''
  if (ahead.laps !== one.laps) return print.laps(ahead.laps - one.laps)
  return one.totalMs === undefined ? '' : print.ms(one.totalMs - (ahead.totalMs ?? 0))
}
