import type { Fact } from '#core/domain/fact.ts'
import type { Part, Sentence } from '#core/protocol/documents/sentence.ts'
import type { PastQuestion } from '../answer-question.ts'
import type { Ask, AskedPart } from '../draft.ts'
import { saysMe, speaksOfSelf } from '../first-person.ts'

/**
 * Whether a question speaks of its car as of somebody else: "where does car 22 lose time?". Then it is not
 * "you" in the answer, which may be read by a coach or by the driver of another car.
 */
export function isOfAnother({ text, scope: { car, cars = [] } }: AskedPart): boolean {
  if (car === undefined || speaksOfSelf(text)) return false
  // "How did my daughter do?", "was she unlucky?": of one car, hers.
  if (ofThird.test(text) && cars.length < 2) return true
  return new RegExp(`(?:^|[^0-9a-z])${car.split('-')[0]}(?:'?s)?(?:[^0-9a-z]|$)`, 'i').test(text)
}

/** A car that nobody called his own, nor has on the screen, nor spoke of as "me", is nobody's "you". */
export function isUnclaimed({ part, history, shown }: Ask): boolean {
  const { car } = part.scope
  if (shown === undefined || car === undefined || shown.car === car || saysMe(part.text))
    return false
  return !history.some(
    ({ text, scope, context }) =>
      scope.car === car &&
      (context?.car === car || speaksOfSelf(text) || scope.intents.includes('set-car')),
  )
}

const ofKin =
  /\b(?:my|our) (?:son|daughter|kid|boy|girl|lad|child|husband|wife|brother|sister|nephew|niece|friend|mate|driver|client)(?:'s)?\b/i
const ofThird = new RegExp(`\\b(?:he|she|his|her)(?:'s)?\\b|${ofKin.source}`, 'i')

/** The same of a car that an earlier question named, and that nobody called his own nor has on the screen. */
export function isStillOfAnother(part: AskedPart, history: readonly PastQuestion[]): boolean {
  const { car } = part.scope
  if (car === undefined || saysMe(part.text)) return false
  const before = history.filter(({ scope }) => scope.car === car)
  // Whoever asks for a daughter has her car on the screen.
  if (before.some(({ text }) => ofKin.test(text))) return true
  const isOwn = before.some(
    ({ text, scope, context }) =>
      context?.car === car || saysMe(text) || scope.intents.includes('set-car'),
  )
  if (isOwn) return false
  return before.some(({ text, scope }) =>
    isOfAnother({ intent: part.intent, text, scope: { ...scope, car } }),
  )
}

/**
 * The sentences with "you" told of the car: named the first time, "it" from there on. Once another car was named it is
 * named again: what follows "by car 41" as "its" would be that one's.
 */
export function toldOfTheCar(sentences: readonly Sentence[], car: Fact): readonly Sentence[] {
  let isNamed = false
  const partsOf = (part: Part): Part[] => {
    if (part.factId === car.id) isNamed = true
    else if (isOtherCar(part, car)) isNamed = false
    if (part.factId !== undefined) return [part]
    return part.text.split(youWords).flatMap((words) => {
      const [, you, verb = ''] = aYou.exec(words) ?? []
      if (you === undefined) return words === '' ? [] : [{ text: words }]
      const isOwner = you.toLowerCase() === 'your'
      const rest = singular[verb] ?? ''
      const isCapital = you.startsWith('Y')
      if (isNamed) return [{ text: `${isCapital ? 'It' : 'it'}${isOwner ? 's' : ''}${rest}` }]
      isNamed = true
      return [
        { text: isCapital ? 'Car ' : 'car ' },
        { text: car.short ?? car.text, factId: car.id },
        { text: `${isOwner ? "'s" : ''}${rest}` },
      ].filter(({ text }) => text !== '')
    })
  }
  return sentences.map((sentence) => ({
    ...sentence,
    parts: joined(sentence.parts.flatMap(partsOf)),
  }))
}

/** A fact that is the number of a car, and not of this one. */
function isOtherCar({ text, factId }: Part, { text: own, short: number }: Fact): boolean {
  const isCar = factId !== undefined && /(?:\bcar|[#.]car|[cC]ar(?:Number)?\)?)$/.test(factId)
  return (
    (isCar || /^car \S+$/.test(text)) && factId !== undefined && text !== own && text !== number
  )
}

const youWords = /\b(your|you(?: were| are| have)?)\b/i
const aYou = /^(your|you)( were| are| have)?$/i
const singular: Readonly<Record<string, string>> = {
  ' were': ' was',
  ' are': ' is',
  ' have': ' has',
}

/** Plain words side by side are one part. */
function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last === undefined || last.factId !== undefined || part.factId !== undefined) all.push(part)
    else all[all.length - 1] = { text: last.text + part.text }
  }
  return all
}
