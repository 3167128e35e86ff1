/**
 * Gradients: derivatives are functions of functions.
 */
import { exp, multiply, scalar, showProgram, sin, sum, tensor, type Tensor, trace } from '@cotangent/core';
import { grad, hessian, jacobianReverse, jvp, valueAndGrad, vjp, vmap } from '@cotangent/grad';

// d/dx sin(x) = cos(x), and again, and again.
const f = (x: Tensor<[], 'f64'>): Tensor<[], 'f64'> => sin(x);
const at = scalar(1, 'f64');
console.log('sin   at 1:', f(at).item());
console.log("sin'  at 1:", grad(f)(at).item());
console.log("sin'' at 1:", grad(grad(f))(at).item());

// Parameters are trees; a gradient has exactly the tree's type.
type Params = { readonly slope: Tensor<[3]>; readonly offset: Tensor<[]> };
const params: Params = { slope: tensor([1, 2, 3]), offset: scalar(0.5) };
const loss = ({ slope, offset }: Params): Tensor<[]> => sum(multiply(multiply(slope, slope), offset));
const [value, gradient] = valueAndGrad(loss)(params);
console.log('\nloss:', value.item());
console.log('d loss / d slope  =', gradient.slope);
console.log('d loss / d offset =', gradient.offset);

// Forward and reverse mode, whole matrices of derivatives, and functions over a batch.
const g = (x: Tensor<[2]>): Tensor<[2]> => multiply(exp(x), tensor([1, 2]));
const point = tensor([0, 1]);
const [, tangent] = jvp(g, [point], [tensor([1, 0])]);
console.log('\nalong the first axis =', tangent);
const [, pullback] = vjp(g, point);
console.log('pulled back =', pullback(tensor([1, 1]))[0]);
console.log('Jacobian =', jacobianReverse(g)(point));
console.log('Hessian of the sum =', hessian((x: Tensor<[2]>) => sum(g(x)))(point));
console.log(
  'over a batch =',
  vmap(g)(
    tensor([
      [0, 1],
      [1, 0],
      [2, 2],
    ]),
  ),
);

// There is no magic: a derivative is another expression, and can be printed.
console.log('\nthe derivative of sum(x * x * x), as a program:');
const cubes = (x: Tensor<[3]>): Tensor<[]> => sum(multiply(multiply(x, x), x));
console.log(showProgram(trace(grad(cubes))(tensor([1, 2, 3])).program));
