const secondMs = 1000
const hourMs = 3_600_000

/** Which values of a cell are possible; a value outside is reported and not used. */
export type ValueRange = { readonly min: number; readonly max: number; readonly text: string }

/** A lap may last hours (a stop for repairs counts as part of it), a whole race at most two days. */
export const timeRanges = {
  lap: { min: 10 * secondMs, max: 24 * hourMs, text: '10 s to 24 h' },
  section: { min: secondMs, max: 24 * hourMs, text: '1 s to 24 h' },
  subSection: { min: 100, max: 24 * hourMs, text: '0.1 s to 24 h' },
  pit: { min: 0, max: 24 * hourMs, text: '0 to 24 h' },
  elapsed: { min: 0, max: 48 * hourMs, text: '0 to 48 h' },
  hour: { min: 0, max: 24 * hourMs - 1, text: '00:00:00.000 to 23:59:59.999' },
} as const satisfies Record<string, ValueRange>

export const countRanges = {
  lapNumber: { min: 1, max: 9999, text: '1 to 9999' },
  /** 0 stands for no fastest lap, and for a car that did no lap. */
  laps: { min: 0, max: 9999, text: '0 to 9999' },
  position: { min: 1, max: 999, text: '1 to 999' },
  driver: { min: 1, max: 99, text: '1 to 99' },
} as const satisfies Record<string, ValueRange>

export const numberRanges = {
  speedKph: { min: 1, max: 500, text: '1 to 500 km/h' },
  // From the year 2000 to 2100.
  utcSeconds: { min: 946_684_800, max: 4_102_444_800, text: 'the years 2000 to 2100' },
  airTempC: { min: -40, max: 60, text: '-40 to 60 C' },
  trackTempC: { min: -40, max: 100, text: '-40 to 100 C' },
  humidityPct: { min: 0, max: 100, text: '0 to 100 %' },
  pressureHpa: { min: 500, max: 1100, text: '500 to 1100 hPa' },
  windKph: { min: 0, max: 300, text: '0 to 300 km/h' },
  windDirectionDeg: { min: 0, max: 360, text: '0 to 360 degrees' },
  rain: { min: 0, max: 1000, text: '0 to 1000' },
} as const satisfies Record<string, ValueRange>
