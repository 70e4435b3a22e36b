import { note } from '#core/composer/say.ts'
import type { Suggestion } from '#core/protocol/chat/frames.ts'
import type { Draft } from './draft.ts'
import type { Intent } from './understanding/intent.ts'
import type { Missing, Unknown } from './understanding/understanding.ts'

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
  return askedBack(
    'I am not sure what you are asking. Is it one of these?',
    candidates.flatMap(({ phrasings }) => {
      const plain = phrasings.find((phrasing) => !/[A-Z]{3}/.test(phrasing))
      if (plain === undefined) return []
      const text = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}?`.replace('??', '?')
      return [{ label: text, text }]
    }),
  )
}

const unsettled = {
  teammate: 'The timing has no teams. Which car is your teammate’s?',
  partner: 'Which car do you mean?',
  lap: 'Which lap do you mean?',
} as const

export function askWhich(what: keyof typeof unsettled): Draft {
  return askedBack(unsettled[what], [])
}

/** Something was named that the season does not have. */
export function notThere(unknown: readonly Unknown[], choices: readonly Suggestion[]): Draft {
  const names = unknown.map(({ what, text }) => `${what} ${text}`).join(' and ')
  return {
    outcome: 'not-in-data',
    sentences: [note`There is no ${names} in the timing of this race.`],
    facts: [],
    asked: [],
    suggestions: choices,
  }
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
