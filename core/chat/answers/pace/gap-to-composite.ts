import { offOrAhead } from '#core/composer/cited-names.ts'
import type { CoachedCar } from '#core/composer/coached-car.ts'
import { exact, fact, note, type Piece } from '#core/composer/say.ts'
import type { CarQuestion, Written } from '../car-answer.ts'
import { asksNear, asksReach, sectionBests, nearOnes } from './composite.ts'
import { gapBetween } from '../counted-words.ts'

/** The best lap against the composite (D7), and what speaks for and against reaching it. */
export async function gapToComposite({ ask, car }: CarQuestion): Promise<Written> {
  const { own, pattern, race, key } = car
  if (pattern.gapToCompositeMs === null)
    return {
      outcome: 'not-in-data',
      sentences: [
        pattern.bestLap === null
          ? note`You have no best lap, so there is nothing to set against the composite.`
          : note`The race has no composite: a section was not timed.`,
      ],
    }
  const bests = await sectionBests(ask, car)
  const gap = own('gapToCompositeMs')
  const isShown = race.classes[key]?.composite.shown === 'joint'
  const isJoint = isShown || /joint/i.test(`${ask.part.figure ?? ''} ${ask.part.text}`)
  const joint = isJoint && pattern.gapToJointMs !== null ? own('gapToJointMs') : undefined
  const sum = car.ofRace(`classes.${key}.composite.sumMs`)
  const best: Piece = [exact(own('bestLap.lapTimeMs')), ' on ', exact(own('bestLap.lap'))]
  const isReach = asksReach.test(ask.part.text)
  const ideal = idealAgainst(car, isShown, isReach)
  const isFar = /\bhow (?:far|much|close|many)\b|\bgap\b/i.test(ask.part.text)
  return {
    verdict: !isReach || ideal === undefined ? undefined : Number(ideal.gap.value) < 0.5,
    sentences: [
      isReach && !isFar ? ideal?.sentence : undefined,
      fact`Your best lap, ${best}, is ${exactOffOrAhead(gap)} the best-case composite, ${exact(sum)}.`,
      joint &&
        fact`${isShown ? 'A timing loop missed laps here, so that sum is slower than a lap really driven; you' : 'You'} are ${exactOffOrAhead(joint)} the joint composite, ${exact(car.ofRace(`classes.${key}.composite.jointMs`))}.`,
      isReach && !isFar ? undefined : ideal?.sentence,
      asksNear.test(ask.part.text) ? nearOnes(car, bests) : undefined,
      isShown
        ? undefined
        : note`Nobody drove the composite: it is the best of all cars in pieces, not a target.`,
    ],
    computed: [ideal?.gap],
    asked: [gap, joint],
    suggestions: [
      'What is my ideal lap?',
      'How far am I off the quick quarter?',
      'Who set the best sections?',
    ],
  }
}

function exactOffOrAhead(gap: Parameters<typeof offOrAhead>[0]): Piece {
  if (Math.abs(Number(gap.value)) < 0.5) return 'level with'
  return [exact(gap), Number(gap.value) > 0 ? ' off' : ' ahead of']
}

/** Whether it is in reach: the own best sections put together, against it; both by the joint rule where that is shown. */
function idealAgainst(
  { own, pattern, race, key, ofRace }: CoachedCar,
  isJoint: boolean,
  isReach: boolean,
) {
  const { sumMs, jointMs } = race.classes[key]?.composite ?? {}
  const known = isJoint ? [pattern.idealJointMs, jointMs] : [pattern.idealLapMs, sumMs]
  if (known.some((ms) => typeof ms !== 'number')) return undefined
  const ideal = own(isJoint ? 'idealJointMs' : 'idealLapMs')
  const reference = ofRace(`classes.${key}.composite.${isJoint ? 'jointMs' : 'sumMs'}`)
  const gap = gapBetween(ideal, reference, `Car ${pattern.car}, ideal lap against the composite`)
  const name = isJoint ? 'the joint composite' : 'the composite'
  const rule = isJoint ? ' by the same rule' : ''
  const reach = !isReach
    ? ''
    : Number(gap.value) < 0.5
      ? 'In pieces you have reached it: '
      : 'By your own laps it is out of reach: '
  const your = reach === '' ? 'Your' : 'your'
  return {
    gap,
    sentence: fact`${reach}${your} own best sections put together${rule} make ${exact(ideal)}, ${exactOffOrAhead(gap)} ${name}.`,
  }
}
