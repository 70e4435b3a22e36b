import type { Mention } from './mention.ts'
import { numberOf, numberPattern } from './number-text.ts'
import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const number = `(?:\\d{1,3}(?:[-#]2)?|${numberPattern})`
const noun = '(?:cars?|numbers?|num|no\\.?|nr\\.?|#)'
const joint = String.raw`(?:,? (?:and|or|vs\.?|versus|with|to|against|than) (?:car |#|the )*|, ?(?:car |#)?| ?[&/] ?#?| (?=\d))`

/**
 * "car 13", "#13", "number thirteen", "cars 13, 22 and 98", "the 22". What is left of numbers are bare
 * ones: after some words they are cars, else a car or a lap.
 */
export function findCars(reading: Reading): Reading {
  let read = findAll(
    reading,
    new RegExp(
      `(?:\\b(?:cars|numbers)|\\bcar|#) ?#?(?<list>${number}(?:${joint}${number})+)(?:'?s)?\\b(?! laps?\\b)`,
      'g',
    ),
    ({ list = '' }) => carsIn(list),
  )
  read = findAll(
    read,
    new RegExp(`\\bthe (?:second|other) (?:car )?#?(?<number>\\d{1,3})\\b(?! laps?)`, 'g'),
    ({ number: text = '' }) => ({ mentions: [{ type: 'car', number: `${text}-2` }], put: 'CAR' }),
  )
  read = findAll(
    read,
    new RegExp(
      `(?<!\\b(?:jobs?|priority|tasks?|issue|problem|thing|goal|focus|concern|target|weakness) )(?:\\b(?:the )?${noun}|#) ?(?:number |no\\.? |#)?(?<number>${number})(?:'?s)?(?!\\w|[:.]\\d| (?:priorit(?:y|ies)|things?|issues?|problems?|weakness(?:es)?|focus|jobs?|goals?|concerns?|targets?|areas?|tasks?|points?)\\b)`,
      'g',
    ),
    ({ number: text = '' }) => carsIn(text),
  )
  read = findAll(
    read,
    /\b(?:the )?(?<number>\d{1,3}) car\b(?!s)|\bthe (?<only>\d{1,3})(?: guy| driver)?(?:'s)?(?= |$|[?,!]|\.(?!\d))(?! laps?\b| (?:s|seconds|tenths)\b)/g,
    ({ number: text, only }) => carsIn(text ?? only ?? ''),
  )
  return findBare(read)
}

/** Words after which a bare number is a car. */
const before =
  "vs\\.?|versus|against|than|behind|ahead of|in front of|by|passed|pass|past|got|get|getting|catch|catching|caught|follow|followed|following|did|does|has|is|was|were|beat|overtake|overtook|from|i'm|i am|drive|cars are|are|between|me and|me or|me to|me with|when|how|to|with|off|of|who drives|penalty for|penalties for|wrong with|did i get|should"

/** "My mate in 22": persons sit in cars. */
const inside =
  /(?<=\b(?:mate|friend|guy|driver|son|daughter|kid|lad|boy|girl|bloke|dude|rival|teammate|brother|sister|he|she|him|her|one) in (?:the )?)(?<number>\d{1,3}(?:-2)?)\b(?! ?(?:laps?|s|%)\b)(?![.:]\d)/g

function findBare(reading: Reading): Reading {
  let read = findAll(reading, inside, ({ number: text = '' }) => carsIn(text))
  read = findAll(
    read,
    new RegExp(
      `(?<=(?:^|\\s)(?:${before}) )(?<list>${'\\d{1,3}(?:-2)?'}(?:${joint}\\d{1,3})*)(?:'s)?(?=$|[ ,?!.;]|:(?!\\d))(?! ?(?:laps?|s|%)\\b)`,
      'g',
    ),
    ({ list = '' }) => carsIn(list),
  )
  read = findAll(
    read,
    /(?<=^|[ ,])(?<number>\d{1,3}(?:-2)?)(?= (?:or|and|vs\.?|versus|against) (?:me|myself|i)\b)/g,
    ({ number: text = '' }) => carsIn(text),
  )
  read = findAll(
    read,
    new RegExp(
      `(?<=CAR(?:,? and|,? or|,|,? vs\\.?|,? versus|,? to|,? with| &|'s)? )(?<number>\\d{1,3}(?:-2)?)(?=$|[ ,?!.;]|:(?!\\d))(?! laps?\\b)`,
      'g',
    ),
    ({ number: text = '' }) => carsIn(text),
  )
  const list = new RegExp(`\\b(?<list>\\d{1,3}(?:${joint}\\d{1,3})+)\\b(?! ?(?:laps?|s|%))`, 'g')
  read = findAll(read, list, ({ list: text = '' }) => bareIn(text))
  return findAll(
    read,
    /(?<![\d:.,])\b(?<number>\d{1,3}(?:-2)?)(?:'s)?(?![\d:.%-])(?=$|[ ,?!;:)])/g,
    ({ number: text = '' }) => bareIn(text),
  )
}

function carsIn(text: string): { mentions: Mention[]; put: string } {
  const mentions = numbersIn(text).map((found): Mention => ({ type: 'car', number: found }))
  const between = /\b(?:vs|versus|against)\b/.test(text) ? ' vs ' : ' and '
  return { mentions, put: mentions.map(() => 'CAR').join(between) }
}

function bareIn(text: string): { mentions: Mention[]; put: string } {
  const mentions = numbersIn(text).map((found): Mention => ({ type: 'bare', number: found }))
  return { mentions, put: mentions.map(() => 'BARE').join(' and ') }
}

/** Numbers as they are printed on cars: digits are kept ('03'), words become digits. */
function numbersIn(text: string): string[] {
  const found = text.match(new RegExp(`\\b${number}(?!\\w)`, 'g')) ?? []
  return found.map((word) =>
    /^\d/.test(word) ? word.replace('#', '-') : String(numberOf(word) ?? word),
  )
}
