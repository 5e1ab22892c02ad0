import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { Config } from '../config/config.js';

/** The program's log: JSON, one line per event, on standard output unless a test listens. */
export function createLog(config: Config, destination?: DestinationStream): Pino {
  const options = { level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

/** Nest's logger on top of pino, so that rooms write `new Logger('Room')` from `@nestjs/common`. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Pino) {}

  /** Nest tells about its start-up on this level, which a person starting the program need not see. */
  log(message: unknown, room?: string): void {
    this.write(room && startUpRooms.has(room) ? 'debug' : 'info', message, room);
  }
  fatal(message: unknown, room?: string): void {
    this.write('fatal', message, room);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, lastText(rest));
  }
  warn(message: unknown, room?: string): void {
    this.write('warn', message, room);
  }
  debug(message: unknown, room?: string): void {
    this.write('debug', message, room);
  }
  verbose(message: unknown, room?: string): void {
    this.write('trace', message, room);
  }

  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    room?: string,
  ): void {
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      this.pino[level]({ room, ...message });
    } else {
      this.pino[level]({ room }, message instanceof Error ? message.name : String(message));
    }
  }
}

const startUpRooms = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

function lastText(rest: readonly unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}
