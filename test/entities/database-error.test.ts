import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import {
  DatabaseError,
  databaseErrorOf,
  DeadlineError,
  isStatementError,
} from '../../src/entities/database-error.js';

const ofServer = (code: string): Error =>
  new QueryFailedError('select 1', [], Object.assign(new Error('secret detail'), { code }));

describe('a fault of the database', () => {
  it.each([
    ['08006', 'DATABASE_UNAVAILABLE', 503, 1],
    ['57P01', 'DATABASE_UNAVAILABLE', 503, 1],
    ['57P03', 'DATABASE_UNAVAILABLE', 503, 1],
    ['53100', 'DATABASE_UNAVAILABLE', 503, 1],
    ['53300', 'OVERLOADED', 503, 1],
    ['55P03', 'OVERLOADED', 503, 1],
    ['25006', 'READ_ONLY', 503, 5],
    ['25P03', 'DATABASE_UNAVAILABLE', 503, 1],
    ['57014', 'QUERY_TIMEOUT', 504, null],
    ['40001', 'CONFLICT', 409, null],
    ['40P01', 'CONFLICT', 409, null],
    ['23505', 'CONFLICT', 409, null],
    ['22021', 'BAD_USER_INPUT', 400, null],
    ['22P05', 'BAD_USER_INPUT', 400, null],
    ['28P01', 'DATABASE_UNAVAILABLE', 503, 1],
    ['3D000', 'DATABASE_UNAVAILABLE', 503, 1],
    ['42703', 'DATABASE_ERROR', 500, null],
    ['23503', 'DATABASE_ERROR', 500, null],
  ])('of SQLSTATE %s is %s', (sqlState, code, status, retryAfter) => {
    expect(databaseErrorOf(ofServer(sqlState))).toMatchObject({
      code,
      status,
      retryAfter,
      sqlState,
    });
  });

  it.each([
    ['ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['ECONNRESET', 'DATABASE_UNAVAILABLE'],
    ['EPIPE', 'DATABASE_UNAVAILABLE'],
  ])('of the network, %s, is %s', (errno, code) => {
    const fault = databaseErrorOf(Object.assign(new Error('connect'), { code: errno }));
    expect(fault).toMatchObject({ code, sqlState: null });
  });

  it('of the pool is OVERLOADED, of the clock QUERY_TIMEOUT', () => {
    const waited = new Error('timeout exceeded when trying to connect');
    expect(databaseErrorOf(waited).code).toBe('OVERLOADED');
    expect(databaseErrorOf(new DeadlineError()).code).toBe('QUERY_TIMEOUT');
  });

  it('says nothing of what the driver said, and keeps it for the log', () => {
    const error = ofServer('42703');
    const fault = databaseErrorOf(error);
    expect(fault.message).not.toContain('secret');
    expect(fault.cause).toBe(error);
    expect(databaseErrorOf(fault)).toBe(fault);
  });

  it('is told from the faults of the caller', () => {
    expect(isStatementError(ofServer('42703'))).toBe(true);
    expect(isStatementError(new Error('of the caller'))).toBe(false);
    expect(isStatementError(Object.assign(new Error('a file'), { code: 'EPIPE' }))).toBe(false);
    expect(isStatementError(new DatabaseError('CONFLICT'))).toBe(false);
  });
});
