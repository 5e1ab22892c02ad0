import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has ended leaves the public map after so many months: a setting of each municipality. */
export class WhatLeavesTheMap1764000161000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE municipalities SET settings = '{"pinMonths": 24}' || settings`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE municipalities SET settings = settings - 'pinMonths'`);
  }
}
