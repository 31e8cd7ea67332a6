context.shop.after(2)
