import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import { Refused, type FieldFault } from '../problem/refused.js';
import { fieldFaults } from './field-faults.js';
import { isStorableText, textFaults } from './text.js';

type Contract = new () => object;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const decimal = /^-?\d{1,15}(\.\d{1,15})?$/;
const notContracts = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);

/**
 * Checks what comes from outside against the shared contract: body and query by the class of the parameter, a path's
 * parameters as text. A parameter named `id` or ending in `Id` that is no UUID names nothing, so it answers 404.
 */
@Injectable()
export class ContractPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'param') return checkedParameter(value, data ?? '');
    if (type === 'custom' || notContracts.has(metatype)) return value;
    return checkedObject(value ?? {}, metatype as Contract, type === 'query');
  }
}

function checkedParameter(value: unknown, name: string): unknown {
  if (typeof value !== 'string') return value;
  if (!isStorableText(value)) {
    throw new Refused('text.invalid', { errors: [{ field: name, code: 'forbiddenCharacters' }] });
  }
  if (/^id$|Id$/.test(name) && !uuid.test(value)) throw new Refused('not.found');
  return value;
}

async function checkedObject(value: unknown, contract: Contract, isQuery: boolean): Promise<object> {
  const unfit = textFaults(value);
  if (unfit.length > 0) throw new Refused('text.invalid', { errors: unfit });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('input.invalid', { errors: [{ field: '', code: 'notAnObject' }] });
  }
  const plain = isQuery ? withStrictNumbers(value as Record<string, unknown>, contract) : value;
  const instance = plainToInstance(contract, plain);
  if (!hasRules(contract)) {
    const unknown = Object.keys(value).map((field): FieldFault => ({ field, code: 'unknown' }));
    if (unknown.length > 0) throw new Refused('input.invalid', { errors: unknown });
    return instance;
  }
  const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new Refused('input.invalid', { errors: fieldFaults(errors) });
  return instance;
}

/** Looking them up takes a tenth of a check, and they never change. */
const known = new Map<Contract, boolean>();

function hasRules(contract: Contract): boolean {
  let has = known.get(contract);
  if (has === undefined) {
    has = getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false).length > 0;
    known.set(contract, has);
  }
  return has;
}

/** Query values are text; what a contract reads as a number must look like one, not `''`, `0x10` or `1e3`. */
function withStrictNumbers(query: Record<string, unknown>, contract: Contract): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const isNumber = Reflect.getMetadata('design:type', contract.prototype as object, name) === Number;
      return [name, isNumber && typeof value === 'string' && !decimal.test(value) ? NaN : value];
    }),
  );
}
