import { ValidateIf } from 'class-validator';

/** What the API document says about a field beyond what its validators already say. */
export interface FieldDescription {
  /** Meaning, shape and unit in English. */
  description: string;
  example?: unknown;
  /** OpenAPI `format`, such as `date` or `uri`. */
  format?: string;
  /** A JSON schema that replaces the one derived from the validators; `$ref`s name contract classes (`#/components/schemas/X`). */
  schema?: Record<string, unknown>;
  /** True when the answer may hold null here; such a field is always present. */
  nullable?: boolean;
}

type Constructor = abstract new (...args: never[]) => unknown;

const fields = new Map<object, Map<string, FieldDescription>>();
const classes = new Map<object, string>();

/**
 * Describes a field of a contract class for the API document.
 * @param description meaning, shape and unit, in English
 */
export function Describe(
  description: string,
  extra: Omit<FieldDescription, 'description'> = {},
): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor;
    const known = fields.get(owner) ?? new Map<string, FieldDescription>();
    known.set(String(property), { ...known.get(String(property)), ...extra, description });
    fields.set(owner, known);
  };
}

/** A field that is always present but may be null: null passes, and the API document says so. */
export function Nullable(): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor;
    const known = fields.get(owner) ?? new Map<string, FieldDescription>();
    known.set(String(property), { description: '', ...known.get(String(property)), nullable: true });
    fields.set(owner, known);
    ValidateIf((_object, value) => value !== null)(prototype, property);
  };
}

/** Describes a contract class for the API document. */
export function DescribeClass(description: string): ClassDecorator {
  return (target) => {
    classes.set(target, description);
  };
}

/** The field descriptions of a contract class, those of its parents included. */
export function fieldDescriptions(contract: Constructor): Map<string, FieldDescription> {
  const found = new Map<string, FieldDescription>();
  for (let owner: object | null = contract; owner; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const [name, description] of fields.get(owner) ?? [])
      if (!found.has(name)) found.set(name, description);
  }
  return found;
}

/** The description of a contract class, if it has one. */
export function classDescription(contract: Constructor): string | undefined {
  return classes.get(contract);
}
