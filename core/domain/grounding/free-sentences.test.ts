import { expect, test } from 'vitest'
import { besideSentences } from './beside-sentences-fixture.ts'
import { checkSentence } from './check-sentence.ts'
import { barberScope, labelled, patternFact } from './fixtures.ts'
import { freeRace } from './free-race-fixture.ts'
import { freeSentences } from './free-sentences-fixture.ts'

const sentencesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const rows = (which: 'truths' | 'lies') =>
  Object.entries({ ...freeSentences, ...besideSentences }).flatMap(([kind, sentences]) =>
    sentencesOf(sentences[which]).map((sentence) => [kind, sentence] as const),
  )

test.each(rows('truths'))('%s: %j passes', (_kind, sentence) => {
  expect(checkSentence(sentence, freeRace, barberScope)).toMatchObject({ passed: true })
})

test.each(rows('lies'))('%s: %j is withheld', (_kind, sentence) => {
  expect(checkSentence(sentence, freeRace, barberScope)).toMatchObject({ passed: false })
})

test('nothing is off the quick quarter where all sections are ahead of it', () => {
  const ahead = [1, 2, 3].map((number) =>
    patternFact('13', `sections.s${number}.paceGapMs`, 'gap', -100 * number),
  )
  const passes = (facts: typeof ahead) =>
    checkSentence('Nothing is off the quick quarter.', labelled(facts), barberScope).passed
  expect(passes(ahead)).toBe(true)
  expect(passes(ahead.slice(0, 2))).toBe(false)
  expect(passes([...ahead.slice(0, 2), patternFact('13', 'sections.s3.paceGapMs', 'gap', 4)])).toBe(
    false,
  )
})

test('the order of a list is the order of its gaps', () => {
  const passes = (first: string, second: string, third: string) =>
    checkSentence(
      `Your sections against the quick quarter, the furthest off first: ${first}, ${second} and ${third}.`,
      freeRace,
      barberScope,
    ).passed
  const one = 'Section 1 [F1] off'
  const two = 'Section 2 [F2] off'
  const three = 'Section 3 [F3] ahead'
  expect(passes(two, one, three)).toBe(true)
  expect(passes(one, two, three)).toBe(false)
  expect(passes(three, two, one)).toBe(false)
})
