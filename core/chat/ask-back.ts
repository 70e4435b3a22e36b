import { note } from '#core/composer/say.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { Draft } from './draft.ts'
import type { Intent } from './understanding/intents/intent.ts'
import type { LapName } from './understanding/entities/mention.ts'
import type { Missing } from './understanding/understanding.ts'

const questions: Readonly<Record<Missing['what'], string>> = {
  track: 'Which track do you mean?',
  race: 'Which race do you mean?',
  car: 'Which car are you?',
  'which-car': 'Which of these cars do you mean?',
  lap: 'Which lap do you mean?',
  section: 'Which section do you mean?',
  partner: 'Compared with which car?',
  'car-or-lap': 'Is that a car or a lap?',
}

/** One short question back, with the choices to click. */
export function askBack({ what, choices }: Missing): Draft {
  return askedBack(questions[what], choices)
}

/** It is not sure what was asked: the likeliest, in the words of a driver. */
export function askWhat(candidates: readonly Intent[]): Draft {
  const likely = candidates.flatMap(({ kind, phrasings }) => {
    if (kind === 'off-topic' || kind === 'social') return []
    const plain = phrasings.find((phrasing) => !/[A-Z]{3}/.test(phrasing))
    return plain === undefined ? [] : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
  })
  const texts = likely.length > 0 ? likely : forAnybody
  return askedBack(
    'I am not sure what you are asking. Is it one of these?',
    texts.map((text) => suggestionOf(`${text}?`.replace('??', '?'))),
  )
}

const forAnybody = ['What can I ask', 'Where do I lose time', 'What was the fastest lap']
const suggestionOf = (text: string): Suggestion => ({ label: text, text })

/** One question of a message is not understood, the others are answered. */
export function notAll(candidates: readonly Intent[]): Draft {
  const { suggestions } = askWhat(candidates)
  const [likeliest] = candidates
  const isElsewhere = likeliest !== undefined && likeliest.kind !== 'answer'
  return askedBack(
    isElsewhere
      ? 'The rest of it is not in the data of these races, as far as I understand it.'
      : 'The rest of it I did not understand: ask that by itself.',
    suggestions,
  )
}

const unsettled = {
  teammate: 'The timing has no teams. Which car is your teammate’s?',
  partner: 'Which car do you mean?',
} as const

/** One question back about a car that only its driver can tell. */
export function askWhich(what: keyof typeof unsettled, choices: readonly Suggestion[]): Draft {
  return askedBack(unsettled[what], choices)
}

const notDriven: Readonly<Record<Exclude<LapName, 'previous' | 'next'>, string>> = {
  best: 'There is no best lap: the opening lap is not one, and this car has no other with a time.',
  worst: 'There is no slowest lap to look at: no lap of this car counts as green.',
  last: 'There is no lap of this car in the timing of this race.',
  restart: 'There was no restart in this race.',
  in: 'The timing has no lap of this car into the pits in this race.',
  out: 'The timing has no lap of this car out of the pits in this race.',
}

/** A lap was named by what it is, and the car did none such. */
export function noLapOfThatName(name: LapName | undefined): Draft {
  if (name === undefined || name === 'previous' || name === 'next')
    return askedBack('Which lap do you mean?', suggested('My best lap', 'My last lap'))
  return {
    outcome: 'not-in-data',
    sentences: [note`${notDriven[name]}`],
    facts: [],
    asked: [],
    suggestions: suggested("Which laps don't count?", 'What happened in my race?'),
  }
}

function suggested(...texts: readonly string[]): Suggestion[] {
  return texts.map((text) => ({ label: text, text }))
}

function askedBack(question: string, suggestions: readonly Suggestion[]): Draft {
  return {
    outcome: 'asked-back',
    sentences: [note`${question}`],
    facts: [],
    asked: [],
    suggestions,
  }
}
