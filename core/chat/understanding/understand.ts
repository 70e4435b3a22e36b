import type { Scope } from '#core/protocol/chat/scope.ts'
import { isSameScreen } from './context/background.ts'
import { baseIn } from './context/carried.ts'
import type { Classifier } from './intents/classifier.ts'
import { corrected, type Doubt, doubtIn } from './context/corrected.ts'
import { eachOf } from './intents/each-of.ts'
import { joinParts } from './join-parts.ts'
import { isOtherLanguage } from './intents/other-script.ts'
import { lexiconOf } from './entities/lexicon.ts'
import { allBefore } from './context/all-before.ts'
import { betweenThem } from './between-them.ts'
import { type Piece, piecesOf, withPlaceNamedLater } from './pieces.ts'
import { ofWinner } from './of-winner.ts'
import { plainText } from './plain-text.ts'
import { isPlaceName, namingPersons } from './entities/person-names.ts'
import { readQuestion } from './entities/read-question.ts'
import { findCar } from './context/resolve-cars.ts'
import type { SeasonNames } from './entities/season-names.ts'
import { createSpelling, type Spelling } from './entities/spelling.ts'
import { topicApart } from './topic-apart.ts'
import { type Asked, createPartReader, topicOf } from './understand-part.ts'
import type { Part, Understanding } from './understanding.ts'
import { unlisted } from './unlisted.ts'

export type { Asked }

export type Understand = (asked: Asked) => Understanding

/** Reads questions about one season; built once a generation. */
export function createUnderstand(names: SeasonNames, classifier: Classifier): Understand {
  const spelling = createSpelling(lexiconOf(names, classifier))
  const plain = plainIn(spelling)
  const readPlain = (text: string) => readQuestion(text, names)
  const read = (text: string) => readPlain(plain(text))

  const understandPart = createPartReader(names, classifier)
  const isTopic = (scope: Scope) => topicOf(scope, classifier) !== undefined
  return (asked) => {
    // Greetings and thanks in between change no subject.
    const last = asked.history.findLast(({ scope }) => isTopic(scope))
    const own = ownCarIn([...asked.history.map(({ text }) => text), asked.text], read, names)
    const said = ownCarIn([asked.text], read, names)
    const several = coachedIn(asked.history)
    const isOwnHim = asked.history.some(({ text }) => kin.test(text))
    const around = {
      screen: { ...asked.context, ...(said !== undefined && { car: said }) },
      isSameScreen: last !== undefined && isSameScreen(last.context, asked.context),
      ...(own !== undefined && { own, isOwnHim }),
      ...(several !== undefined && { several }),
    }
    const base = baseIn(asked.history, read, plain, (scope) => topicOf(scope, classifier))
    const parts: Part[] = []
    const topics = (last?.scope.intents ?? []).filter((id) => isTopic({ intents: [id] }))
    const repeated = allBefore(read(asked.text), topics)
    const pieces: readonly Piece[] =
      repeated.length > 0
        ? repeated.map((intent) => ({ text: plain(asked.text), shared: [], intent }))
        : piecesOf(plain(unlisted(asked.text)), readPlain).flatMap((piece) =>
            topicApart(piece, readPlain, classifier),
          )
    const isPlaced = asked.context?.raceId !== undefined || last !== undefined
    const placed = isPlaced ? pieces : withPlaceNamedLater(pieces, readPlain)
    for (const piece of ofWinner(betweenThem(placed))) {
      const before = repeated.length > 0 ? undefined : parts.at(-1)
      // A second question of a message follows on from the first.
      const previous = before?.scope ?? last?.scope
      const isSame = before !== undefined || around.isSameScreen
      const background = {
        ...around,
        isSameScreen: isSame,
        isSameMessage: before !== undefined,
        ...(previous && { previous }),
      }
      const first = before && { ...before, reading: readPlain(before.text), texts: [before.text] }
      const part = understandPart(piece, background, asked, first ?? base)
      parts.push(...eachOf(piece.isDoubted === true ? { ...part, isDoubted: true } : part))
    }
    const found =
      parts.length === 0 ? [understandPart(signIn(asked.text), around, asked, base)] : parts
    return joinParts(withDoubt(found, doubtIn(spelling.correct(plainText(asked.text)))))
  }
}

/** A text as questions are read: its words put right, persons in it known as such. */
function plainIn(spelling: Spelling): (text: string) => string {
  const isKnown = (word: string) => {
    const small = plainText(word)
    const isWord = small.split(/[' -]/).every((part) => spelling.knows(part))
    const meant = spelling.correct(small)
    return isWord || (meant !== small && meant[0] === small[0]) || isPlaceName(small)
  }
  // Corrected, some words of other languages would become English; and no number of them is a car here.
  return (text) =>
    isOtherLanguage(plainText(text))
      ? plainText(text).replaceAll(/\d+/g, '')
      : corrected(spelling.correct(plainText(namingPersons(text, isKnown))))
}

/** 👍 says thanks; other signs say nothing. */
function signIn(text: string): Piece {
  return { text: /[👍👌🙏👏🎉🏆😊❤]/u.test(text) ? 'thanks' : '?', shared: [] }
}

function coachedIn(history: Asked['history']): Scope['cars'] {
  return history
    .flatMap(({ scope }) => (isOfSeveral(scope) ? [scope.cars ?? []] : []))
    .reduce<Scope['cars']>(most, undefined)
}

/** "My cars are 13, 22 and 98": they stay his. */
const isOfSeveral = ({ intents, cars = [] }: Scope) =>
  intents.includes('several-cars') && cars.length > 1

/** "And the other two?" names fewer than there are. */
const most = (a: Scope['cars'], b: Scope['cars']) =>
  a !== undefined && b?.every((car) => a.includes(car)) === true ? a : b

/** Whoever asks for somebody else. */
const kin =
  /\bmy (?:son|daughter|kid|lad|boy|girl|husband|wife|brother|sister|nephew|niece|driver|client)\b/i

/** The car of the last "I'm car 13". */
function ownCarIn(
  texts: readonly string[],
  read: (text: string) => ReturnType<typeof readQuestion>,
  names: SeasonNames,
) {
  for (const text of texts.toReversed()) {
    const { mentions } = read(text)
    if (!mentions.some(({ type }) => type === 'own-car')) continue
    const car = mentions.find((one) => one.type === 'car' || one.type === 'bare')
    if (car?.type !== 'car' && car?.type !== 'bare') continue
    const found = findCar(car.number, undefined, names)
    if (found.type === 'car') return found.car
  }
  return undefined
}

function withDoubt(parts: readonly Part[], doubt: Doubt | undefined): readonly Part[] {
  if (doubt === undefined) return parts
  return parts.map((part) => (part.scope.lap === doubt.taken ? { ...part, doubt } : part))
}
