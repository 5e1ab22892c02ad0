import { Module } from '@nestjs/common';
import { InventoryModule } from '../inventory/inventory.module.js';
import { MedborgarlofteModule } from '../medborgarlofte/medborgarlofte.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PlannerModule } from '../planner/planner.module.js';
import { MakeSigns } from './make-signs.service.js';
import { PlaceSignsController } from './place-signs.controller.js';
import { StretchSignsController } from './stretch-signs.controller.js';

/** Signs to put up outdoors, made of public answers. Without tables of its own. */
@Module({
  imports: [InventoryModule, MedborgarlofteModule, MunicipalitiesModule, PlannerModule],
  controllers: [PlaceSignsController, StretchSignsController],
  providers: [MakeSigns],
})
export class SignsModule {}
