import { Module } from '@nestjs/common';

/** The rooms of the house. Each new room is one line here. */
@Module({ imports: [] })
export class AppModule {}
