import { CarNumber } from '#core/domain/ids.ts'

type Block = { car: CarNumber; cars: number; lapNumber: number; lapsSeen: string[] }

/**
 * Which car a row is of (D3): the number as printed; where its laps start again, a second car with
 * the same printed number begins, '3-2'. A lap printed twice, equal to the millisecond of the clock,
 * is no second car: undefined.
 */
export function createCarBlocks(): (
  printed: CarNumber,
  lapNumber: number,
  lapText: string,
) => CarNumber | undefined {
  const blocks = new Map<string, Block>()
  return (printed, lapNumber, lapText) => {
    const block = blocks.get(printed)
    if (block === undefined) {
      blocks.set(printed, { car: printed, cars: 1, lapNumber, lapsSeen: [lapText] })
      return printed
    }
    if (lapNumber <= block.lapNumber) {
      if (block.lapsSeen.includes(lapText)) return undefined
      block.cars++
      block.car = CarNumber.parse(`${printed}-${block.cars}`)
    }
    block.lapNumber = lapNumber
    block.lapsSeen.push(lapText)
    return block.car
  }
}
