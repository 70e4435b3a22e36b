import { expect, test } from 'vitest'
import { differences } from './differences.ts'

test.each<[string, unknown, unknown, string[]]>([
  ['equal figures', { a: 1, b: [1, 'x', null] }, { a: 1, b: [1, 'x', null] }, []],
  ['a number within the tolerance', { a: 1.05 }, { a: 1 }, []],
  ['a number beyond it', { a: 1.2 }, { a: 1 }, ['/a']],
  ['what is absent here and null there', { a: undefined }, { a: null }, []],
  ['what is absent here and known there', { a: undefined }, { a: 1 }, ['/a']],
  ['what the reference does not know', { a: 1 }, {}, ['/a']],
  ['what the reference alone knows', {}, { a: 1 }, []],
  ['another word', { a: ['x'] }, { a: ['y'] }, ['/a/0']],
  ['a shorter list', { a: [1] }, { a: [1, 2] }, ['/a']],
  ['a list and no list', { a: [] }, { a: {} }, ['/a']],
  ['nothing where there is something', undefined, { a: 1 }, ['']],
])('%s', (_, actual, expected, places) => {
  expect(differences(actual, expected, () => 0.1).map(({ at }) => at)).toEqual(places)
})
