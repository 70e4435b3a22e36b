import type { Fact } from '#core/domain/fact.ts'
import type { Scope } from '#core/protocol/chat/scope.ts'
import type { Mention } from '../entities/mention.ts'
import type { Piece } from '../pieces.ts'
import type { Background } from './background.ts'
import { itemsOf } from './items.ts'
import { namingOwn } from './naming-own.ts'
import { namingShown } from './naming-shown.ts'
import { namingThatCar } from './naming-that-car.ts'
import { namingThatFigure } from './naming-that-figure.ts'
import { namingThatGain } from './naming-that-gain.ts'
import { lapOfOther, namingThatLap } from './naming-that-lap.ts'
import { saidAfter } from './said-after.ts'

type Past = { readonly text: string; readonly scope: Scope; readonly facts?: readonly Fact[] }

/** What a question points at, said so: the lap or the advice of the answer before, the section on the screen, the own car. */
export function pointedOut(piece: Piece, background: Background, past: readonly Past[]): Piece {
  const { screen, several, previous } = background
  const own = background.own ?? screen.car
  const isFirst = background.isSameMessage !== true
  const name = isFirst ? lapOfOther(piece.text, past) : undefined
  const named = (text: string) =>
    namingThatFigure(namingThatCar(text, past.at(-1), own), past.at(-1))
  const told = isFirst
    ? namingThatGain(
        namingThatLap(named(saidAfter(piece.text, past.at(-1), own)), past, own),
        past.at(-1),
      )
    : piece.text
  const text = namingOwn(
    namingShown(told, screen.section),
    several,
    spokenOf(past.at(-1)) ?? previous?.car,
  )
  const lapName: readonly Mention[] = name === undefined ? [] : [{ type: 'lap-name', name }]
  return { ...piece, text, shared: [...piece.shared, ...lapName] }
}

/** Of several cars the one to sit with is told of first. */
function spokenOf(last: Past | undefined): string | undefined {
  const isOfSeveral = last?.scope.intents.includes('several-cars') === true
  return isOfSeveral ? itemsOf(last.facts ?? []).cars[0] : undefined
}
