/** What the service takes a browser for before it has run anything: it decides what is drawn first. */
export type Device = 'phone' | 'desk'

/** What the page hands to its scripts, so that they take over without asking for anything again. */
export type PageStart = {
  readonly device: Device
  /** The answers that the page was drawn from, each with its key. */
  readonly answers: readonly (readonly [key: readonly string[], answer: unknown])[]
}

/** A page as its first view is drawn, before any script runs. */
export type DrawnPage = {
  readonly html: string
  /** One style element each: its name for the scripts, and its rules. */
  readonly styles: readonly { readonly name: string; readonly css: string }[]
  readonly start: PageStart
}

type WantedPage = {
  /** Path and query: '/races/barber-r1/cars/13?lap=8'. */
  readonly address: string
  readonly device: Device
  /** The bytes that a GET of the service is answered with; rejects where it would be answered with an error. */
  readonly answer: (address: string) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * What the dashboard's build gives to the service. Undefined: there is nothing to draw before the scripts
 * run, as of a race that is not there.
 */
export type DrawPage = (wanted: WantedPage) => Promise<DrawnPage | undefined>

/** The element whose text is the `PageStart`. */
export const pageStartId = 'page-start'

/** The text of that element, taken apart without zod: nothing but the view itself is worth loading before it stands. */
export function readPageStart(text: string): PageStart {
  const start: unknown = JSON.parse(text)
  if (!isPageStart(start)) throw new Error('The page begins in a form that its scripts do not know')
  return start
}

function isPageStart(value: unknown): value is PageStart {
  if (typeof value !== 'object' || value === null) return false
  if (!('device' in value) || !('answers' in value)) return false
  const { device, answers } = value
  return (
    (device === 'phone' || device === 'desk') && Array.isArray(answers) && answers.every(isKept)
  )
}

function isKept(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && Array.isArray(value[0])
}
