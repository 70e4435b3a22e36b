import { numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'
import type { SeasonNames } from './season-names.ts'

const unit =
  '(?:s|sec|secs|seconds?|tenths?|hundredths?|thousandths?|ms|milliseconds?|%|percent|degrees?|c|f|°c?|fahrenheit|celsius|km/?h|kph|mph|kmh|minutes?|mins?|hours?|hp|litres?|gallons?|psi|bar|years?|places?|positions?|cars|guys|lads|kids|boys|girls|people|persons|men|women|teams|entries|starters|finishers|laps|races|corners|points|things?|words?|sentences?|drivers|sections|seasons)'

/** For a year that the season is not of. */
export const anotherYear = 'ANOTHER YEAR'

/** Times, amounts with a unit and years, put aside so that no number of them is taken for a car or a lap. */
export function setAmountsAside(reading: Reading, names: SeasonNames): Reading {
  const put = (word: string) => () => ({ mentions: [], put: word })
  let read = findAll(
    reading,
    // "13s lap 10" is whose lap, no time.
    /(?<![\d:.,])\b(?<car>\d{1,3})s(?= (?:laps?|LAP|best|median|average|mean|pace|ideal|sections?|sectors?|SECTION|top speed|onboard|race|result)\b)/g,
    ({ car = '' }) => ({ mentions: [{ type: 'car', number: car }], put: "CAR's" }),
  )
  read = findAll(
    read,
    /\b\d{1,2}:\d{2}(?:[.,:]\d{1,3})?\b|(?<![\w.])\d{1,3}[.,]\d{1,3}\b(?:\s?(?:s|sec|seconds)\b)?/g,
    put('TIME'),
  )
  const years = new Set([...names.races.values()].map(({ date = '' }) => date.slice(0, 4)))
  read = findAll(
    read,
    /\b(?:19|20)\d\d\b|\b(?:last|previous|next) (?:year|season)\b/g,
    (_, match) => ({
      mentions: [],
      put: years.has(match) || match.startsWith('next') ? 'YEAR' : anotherYear,
    }),
  )
  read = findAll(
    read,
    /(?<=\b(?:scale (?:of|to|up to|from \w+ to|of \w+ to)|out of) )\d{1,3}\b/g,
    put('NUMBER'),
  )
  read = findAll(
    read,
    new RegExp(
      `(?<![\\w#]|\\b(?:car|number|cars|is|was|does|did) )(?:${numberPattern})(?= (?:best|quickest|fastest|worst|slowest|top)(?: (?:\\w+ )?laps\\b| ones\\b|(?= *(?:$|[?!.,]))))`,
      'g',
    ),
    put('NUMBER'),
  )
  return findAll(
    read,
    // "Car 41s best track" is no time.
    new RegExp(`(?<![\\w#]|\\bcar )(?:${numberPattern}) ?${unit}(?![\\w])`, 'g'),
    (_, match) => ({
      mentions: [],
      put: match.replace(new RegExp(`^(?:${numberPattern})`), 'NUMBER'),
    }),
  )
}
