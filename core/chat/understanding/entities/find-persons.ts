import type { Reading } from './reading.ts'
import { findAll } from './reading.ts'

const own =
  /\b(?:i'?m|i am|we are|we're|my car(?: number)? is|my number is|i (?:drive|drove|run|race)|i'?m driving|i am driving|mine is|it'?s me|this is(?: the driver of)?|(?:switch|change)(?: me)? to|set my car to) (?:in |the (?:driver of )?)?(?:CAR|BARE)\b(?!,? and (?:CAR|BARE))|\b(?:CAR|BARE) is (?:mine|my car|me)\b/g

/** "I'm the mum of number 21", "my son is 21", "I look after car 7": whose question it is, is said. */
const minded =
  /\b(?:(?:mum|mom|mother|dad|father|parents?|wife|husband|girlfriend|boyfriend|brother|sister|uncle|aunt|coach|engineer|mechanic|manager|crew chief|boss|owner|fan) (?:of|for) (?:the |our )?|my (?:son|daughter|kid|boy|girl|lad|husband|wife|brother|sister|nephew|niece|driver|client|guy)(?:'s| is| was| drives| drove| races| raced| runs| ran)?(?: in)?(?: the| car| with)? |(?:he|she)(?:'s| is| was| drives| drove| races| raced| runs| ran)(?: in| driving)?(?: the| car)? |i (?:look after|engineer|coach|manage|mechanic|follow|support) (?:the )?)(?:CAR|BARE)\b(?!,? and (?:CAR|BARE))/g

/** "me" and "my", "that" and "there", and "I'm car 13", which says who "me" is from then on. */
export function findPersons(reading: Reading): Reading {
  let read = findAll(reading, own, () => ({ mentions: [{ type: 'own-car' }] }))
  read = findAll(read, minded, () => ({ mentions: [{ type: 'own-car' }] }))
  read = findAll(
    read,
    /(?<!\b(?:happen(?:ed|s)?|switch|change|me) )\b(?:to|vs|versus|against|than|with|off) (?:the )?(?:CAR|BARE)\b/g,
    () => ({ mentions: [{ type: 'compared' }] }),
  )
  // "What do I need to beat 13?"
  read = findAll(
    read,
    /\b(?:to|i|we|can|could) (?:beat|catch|match|pass|overtake|get (?:past|ahead of|in front of|near|on terms with)) (?:the )?(?:CAR|BARE)\b/g,
    () => ({ mentions: [{ type: 'compared' }] }),
  )
  // "Tell me the mean of 55" and "I need it for 46" are not about the asker.
  read = findAll(
    read,
    /(?<!\b(?:tell|show|give|let|remind) |\bget (?=me (?:the|a|an|my|some|all|CAR)\b))\b(?:(?:i|we)(?! (?:need|want|think|guess|believe|swear|reckon|suppose|assume|wonder|remember|heard|could tell|can tell|look after|don'?t know)\b)|me|my|mine|myself|i'?m|i'?ve|i'?d(?! like\b)|im|our|us)\b/g,
    () => ({ mentions: [{ type: 'me' }] }),
  )
  read = findAll(read, /\b(?:he|him|his|she|her)\b/g, () => ({ mentions: [{ type: 'him' }] }))
  return findAll(
    read,
    /\b(?:that|there|him|his|he|it|same|them|those|these|(?:back |by )?then(?=[?!. ]*$)|at (?:this|that) (?:point|moment|stage|time))\b/g,
    () => ({
      mentions: [{ type: 'pronoun' }],
    }),
  )
}
