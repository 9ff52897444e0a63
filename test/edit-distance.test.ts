import { describe, expect, it } from 'vitest';
import { editDistance } from '../src/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['mine', 'mine', 0],
    ['mine', 'mines', 1],
    ['mine', 'mien', 1],
    ['mine', 'mint', 1],
    ['izum', 'izium', 1],
    ['kitten', 'sitting', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });
});
